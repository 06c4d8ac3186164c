"""What visitors choose in the list of partners."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hansa.atlas.countries import country_name
from hansa.register.domain.queries.parties import Partner


def _choice(label: Any) -> forms.ChoiceField:
    select = forms.Select({"class": "form-select", "data-submit": "true"})
    return forms.ChoiceField(label=label, required=False, widget=select)


def _order(partner: Partner) -> tuple[bool, str, str]:
    """Countries by name, those that are not known last; within a country by name."""
    party, language = partner.party, get_language() or ""
    name = str(party) if language.startswith("zh") else party.name_en or str(party)
    return not party.country, country_name(party.country, language), name


class PartnerFilter(forms.Form):
    """Narrows the partners by kind of agreement and by country; what is no choice is passed over."""

    kind = _choice(_("Kind"))
    country = _choice(_("Country"))

    def __init__(self, data: Any, partners: Iterable[Partner]) -> None:
        super().__init__(data)
        self.partners = list(partners)
        kinds = {str(kind): kind.label for partner in self.partners for kind in partner.kinds}
        codes = {partner.party.country for partner in self.partners if partner.party.country}
        named = sorted(((code, country_name(code, get_language() or "")) for code in codes), key=lambda pair: pair[1])
        for field, choices in (("kind", list(kinds.items())), ("country", named)):
            select = self.fields[field]
            assert isinstance(select, forms.ChoiceField)  # noqa: S101 - they are declared so above
            select.choices = [("", _("all")), *choices]
        self.full_clean()

    def filter(self) -> list[Partner]:
        """The partners that the choices leave, by country and name as the reader's language has them."""
        kind, country = (self.cleaned_data.get(name) for name in ("kind", "country"))
        left = [
            partner
            for partner in self.partners
            if (not kind or kind in partner.kinds) and (not country or country == partner.party.country)
        ]
        return sorted(left, key=_order)
