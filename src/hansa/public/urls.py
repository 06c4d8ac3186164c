"""The addresses of the public pages."""

from django.urls import URLPattern, path

from hansa.public import views

app_name = "public"
urlpatterns: list[URLPattern] = [
    path("", views.partners, name="partners"),
    path("memberships/", views.memberships, name="memberships"),
    path("agreements/<int:pk>/", views.agreement, name="agreement"),
    path("organizations/<int:pk>/", views.organization, name="organization"),
]
