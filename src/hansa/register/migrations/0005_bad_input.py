"""Rules of single rows that the database had not kept yet: a name, an end after the beginning, a title or a number."""

from django.db import migrations, models
from django.db.models import F, Q

_IN_ORDER = Q(first=None) | Q(last=None) | Q(last__gte=F("first"))


class Migration(migrations.Migration):
    dependencies = [("register", "0004_merges")]
    operations = [
        migrations.AddConstraint(
            "person", models.CheckConstraint(condition=~Q(name_zh="") | ~Q(name_en=""), name="person_has_a_name")
        ),
        migrations.AddConstraint(
            "organization",
            models.CheckConstraint(
                condition=~Q(name_zh="") | ~Q(name_en="") | ~Q(acronym=""), name="organization_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            "project",
            models.CheckConstraint(condition=~Q(title="") | ~Q(count=None), name="project_has_a_title_or_number"),
        ),
        migrations.AddConstraint("gift", models.CheckConstraint(condition=_IN_ORDER, name="gift_ends_after_it_began")),
        migrations.AddConstraint(
            "figure", models.CheckConstraint(condition=_IN_ORDER, name="figure_ends_after_it_began")
        ),
    ]
