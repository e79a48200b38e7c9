"""The lists of the official result as sheets of a file, in the reader's language: each list by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from domain.scoring.statuses import STATUSES
from projections.rows.view import Plain
from web.exports.delimited import Value
from web.exports.workbook import Sheet
from web.words.language import Language

LISTS = ("places", "awards", "teams", "stages", "honours")
_TOKENS = {state.word: state.token for state in STATUSES}


@dataclass(frozen=True, slots=True)
class Sheets:
    """`table` as `result_table` makes it; `modules` with their titles; `say` translates."""

    table: Plain
    modules: Sequence[Plain]
    language: Language
    say: Callable[[str], str]

    def all(self) -> list[Sheet]:
        """Places always; of the other lists those that have a row."""
        first, *others = (self.of(name) for name in LISTS)
        return [first, *(sheet for sheet in others if sheet.rows)]

    def of(self, name: str) -> Sheet:
        """One of LISTS. Raises: KeyError for anything else."""
        made: dict[str, Callable[[], Sheet]] = {
            "places": self._places,
            "awards": self._awards,
            "teams": self._teams,
            "stages": self._stages,
            "honours": self._honours,
        }
        return made[name]()

    def _places(self) -> Sheet:
        """Category and remark only where something stands in them; statuses by the tokens of docs/words.md."""
        _, rows = self.say, self.table["rows"]
        parted, beside = any(row["category"] for row in rows), any(not row["official"] for row in rows)
        head = [_("Place"), _("Code"), _("Entry no."), _("Name"), _("Delegation")]
        head += [module["title"][self.language] for module in self.modules]
        head += [_("Total"), _("State"), _("Award")]
        head += [_("Category")] * parted + [_("Remark")] * beside
        lines = [
            [
                *(_written(row["shown"]), row["code"], *self._who(row["code"])),
                *(_number(row["values"].get(module["id"])) for module in self.modules),
                *(_number(row["total"]), _TOKENS.get(row["status"], row["status"])),
                " / ".join(prize[self.language] for prize in row["awards"]),
                *([row["category"]] * parted),
                *(["" if row["official"] else _("Unofficial")] * beside),
            ]
            for row in rows
        ]
        return Sheet(_("Places"), head, lines)

    def _awards(self) -> Sheet:
        _, lines = self.say, list[list[Value]]()
        for prize in self.table["awards"]:
            title = [prize["of"][self.language], prize["title"][self.language]]
            for told, remark in (("winners", ""), ("tied", _("Undecided tie"))):
                lines += [
                    [
                        *title,
                        _written(row["shown"]),
                        row["code"],
                        *self._who(row["code"]),
                        _number(row["figure"]),
                        remark,
                    ]
                    for row in prize[told]
                ]
            if prize["vacant"]:
                lines.append([*title, *[None] * 6, _("Vacant") + f": {prize['vacant']}"])
            elif not prize["decided"] and not prize["tied"]:
                lines.append([*title, *[None] * 6, _("To be decided")])
        head = [_("List"), _("Award"), _("Place"), _("Code"), _("Entry no."), _("Name")]
        return Sheet(_("Award list"), [*head, _("Delegation"), _("Figure"), _("Remark")], lines)

    def _teams(self) -> Sheet:
        _, language = self.say, self.language
        head = [_("List"), _("Category"), _("Place"), _("Team"), _("Total"), _("Members that counted")]
        lines = [
            [
                *(each["title"][language], row["category"], _written(row["shown"]), row["team"], _number(row["total"])),
                " / ".join(" ".join(filter(None, self._called(code))) for code in row["members"]),
                " / ".join(prize[language] for prize in row["prizes"]),
                row["why"][language] if row["why"] else "",
            ]
            for each in self.table["teams"]
            for row in each["rows"]
        ]
        return Sheet(_("Teams"), [*head, _("Award"), _("Remark")], lines)

    def _stages(self) -> Sheet:
        _ = self.say
        head = [_("Stage"), _("Category"), _("Place"), _("Code"), _("Entry no."), _("Name")]
        lines = [
            [
                *(stage["title"][self.language], row["category"], _written(row["shown"]), row["code"]),
                *(*self._who(row["code"]), _number(row["total"]), _TOKENS.get(row["status"], row["status"])),
                _("Goes on") if row["through"] else "",
            ]
            for stage in self.table["stages"]
            for row in stage["rows"]
        ]
        return Sheet(_("Stages"), [*head, _("Delegation"), _("Total"), _("State"), _("Goes on")], lines)

    def _honours(self) -> Sheet:
        _, language = self.say, self.language
        head = [_("Honour"), _("Title or grade"), _("Code"), _("Entry no."), _("Name"), _("Delegation")]
        lines = [
            [each["title"][language], row["gives"], row["code"], *self._who(row["code"]), each["rule"][language]]
            for each in self.table["honours"]
            for row in each["rows"]
        ]
        return Sheet(_("Recommended for honours"), [*head, _("Rule")], lines)

    def _who(self, code: str) -> list[Value]:
        known = self.table["who"][code]
        return [known.get(word, "") for word in ("number", "name", "delegation")]

    def _called(self, code: str) -> tuple[str, str]:
        known = self.table["who"][code]
        return known.get("number") or code, known.get("name", "")


def _written(place: str) -> Value:
    """A place that is a whole number as that, so that a spreadsheet sorts by it; any other as it is written."""
    return int(place) if place.isascii() and place.isdecimal() else place or None


def _number(text: str | None) -> Value:
    """Exact; what has no end (`250/3`) or is no number stays as it is written."""
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return text
