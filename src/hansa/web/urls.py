"""The addresses of the office's pages."""

from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, path

from hansa.register.rules import EDITED
from hansa.web.kinds import KINDS
from hansa.web.login import Login
from hansa.web.views.check import check_page
from hansa.web.views.compare import compare_page
from hansa.web.views.conflicts import conflict_list
from hansa.web.views.council import council_page
from hansa.web.views.dashboard import dashboard
from hansa.web.views.decisions import decide_fact, publish_record, settle
from hansa.web.views.duplicates import duplicate_list, not_the_same
from hansa.web.views.editing import add_page, choices, edit_page
from hansa.web.views.lists import list_page, lists_page
from hansa.web.views.measures import measure_page, measures_page
from hansa.web.views.merging import merge_page, unmerge
from hansa.web.views.password import password_page
from hansa.web.views.pictures import add_picture_page, picture_file, picture_page
from hansa.web.views.questions import answer_file, keep_answer
from hansa.web.views.records import record_list, record_page
from hansa.web.views.report import report_page
from hansa.web.views.revising import add_item_page, edit_item_page
from hansa.web.views.rules import new_rule, new_version, rule_list, rule_page
from hansa.web.views.search import search_page
from hansa.web.views.sources import source_page
from hansa.web.views.templates import change_template, starter_file, template_file, templates_page
from hansa.web.views.upload import upload
from hansa.web.views.waiting import admit_chosen, meanings, waiting_list

app_name = "web"
urlpatterns: list[URLPattern] = [
    path("", dashboard, name="dashboard"),
    path("login/", Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", password_page, name="password"),
    path("search/", search_page, name="search"),
    path("measures/", measures_page, name="measures"),
    path("measures/<str:key>/", measure_page, name="measure"),
    path("compare/", compare_page, name="compare"),
    path("counting-rules/", rule_list, name="rule_list"),
    path("counting-rules/new/<str:counts>/", new_rule, name="new_rule"),
    path("counting-rules/<str:name>/", rule_page, name="rule_versions"),
    path("counting-rules/<str:name>/new-version/", new_version, name="new_version"),
    path("report/", report_page, name="report"),
    path("report/edit/", edit_item_page, name="report_edit"),
    path("report/add/", add_item_page, name="report_add"),
    path("council/", council_page, name="council"),
    path("lists/", lists_page, name="lists"),
    path("lists/<str:key>/", list_page, name="list_of"),
    path("templates/", templates_page, name="templates"),
    path("templates/start.<str:ending>", starter_file, name="starter"),
    path("templates/<int:pk>/change/", change_template, name="change_template"),
    path("templates/<int:pk>/file/", template_file, name="template_file"),
    path("check/", check_page, name="check"),
    path("questions/<int:pk>/answer/", keep_answer, name="keep_answer"),
    path("questions/<int:pk>/file/", answer_file, name="answer_file"),
    path("conflicts/", conflict_list, name="conflicts"),
    path("conflicts/<int:pk>/settle/", settle, name="settle"),
    path("waiting/", waiting_list, name="waiting"),
    path("waiting/admit/", admit_chosen, name="admit_chosen"),
    path("waiting/<int:pk>/meanings/", meanings, name="meanings"),
    path("duplicates/", duplicate_list, name="duplicates"),
    path("duplicates/not-the-same/", not_the_same, name="not_the_same"),
    path("merge/<str:kept>/<str:merged>/", merge_page, name="merge"),
    path("unmerge/<str:merged>/", unmerge, name="unmerge"),
    path("facts/<int:pk>/decide/", decide_fact, name="decide"),
    path("publish/<str:kind>/<int:pk>/", publish_record, name="publish"),
    path("choices/<str:kind>/", choices, name="choices"),
    path("pictures/add/<str:kind>/<int:pk>/", add_picture_page, name="add_picture"),
    path("pictures/<int:pk>/", picture_page, name="picture"),
    path("pictures/<int:pk>/<str:size>.jpg", picture_file, name="picture_file"),
    path("sources/add/", upload, name="upload"),
    path("sources/<int:pk>/", source_page, name="source"),
    *(path(f"{kind.plural}/", record_list, {"kind": kind.name}, name=kind.plural) for kind in KINDS),
    *(
        path(f"{kind.plural}/<int:pk>/", record_page, {"kind": kind.name}, name=kind.name)
        for kind in KINDS
        if kind.name != "source"
    ),
    *(
        one
        for kind in KINDS
        if kind.name in EDITED
        for one in (
            path(f"{kind.plural}/add/", add_page, {"kind": kind.name}, name=f"add_{kind.name}"),
            path(f"{kind.plural}/<int:pk>/edit/", edit_page, {"kind": kind.name}, name=f"edit_{kind.name}"),
        )
    ),
]
