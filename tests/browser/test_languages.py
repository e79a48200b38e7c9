"""No page mixes languages, and the switch on each leads to the same page in the other one."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.house.catalogue import written
from tests.support.hall.people import NAMES
from tests.support.hall.rooms import FILED, FOUND, come_in, master_of_all, pages, with_rulings
from tests.support.hall.tablet import Tablet
from tests.support.hall.wanbei import Contest

CHINESE = re.compile(r"[\u3400-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}")  # three words in a row are a sentence
# every text a reader meets: not what is marked as left untranslated, and not what stands in its own language
TEXTS = """() => {
  const foreign = "[translate=no], [lang]:not(html), script, style, template, noscript, textarea";
  const nodes = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (nodes.nextNode()) {
    if (!nodes.currentNode.parentElement.closest(foreign)) texts.push(nodes.currentNode.data);
  }
  for (const element of document.querySelectorAll("*")) {
    if (element.closest(foreign)) continue;
    for (const name of ["title", "alt", "aria-label", "placeholder"]) texts.push(element.getAttribute(name) ?? "");
  }
  return texts.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""


def typed_by_people(contest: Contest) -> list[str]:
    """Names and free text stay as they were written, in whatever language."""
    people = [word for each in contest.people.values() for word in (each.name, each.delegation)]
    return [*people, *NAMES, *(text for *_, text in FILED), FOUND, "裁判"]


def mixed(page: Page, language: str, contest: Contest, sentences: set[str]) -> list[str]:
    """The texts on a page that are not in its language."""
    found = []
    for text in page.evaluate(TEXTS):
        bare = text
        for word in typed_by_people(contest):
            bare = bare.replace(word, "")
        if CHINESE.search(bare) if language == "en" else ENGLISH.search(bare) or bare in sentences:
            found.append(text)
    return found


@pytest.fixture(scope="session")
def sentences() -> set[str]:
    """The English sentences that have a Chinese of their own."""
    return {str(one.id) for one in written() if one.id and isinstance(one.id, str) and one.string != one.id}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("stage", ["marking", "provisional"])
def test_no_page_mixes_languages(
    contest: Contest, reader: Callable[..., Page], language: str, stage: str, sentences: set[str]
):
    if stage == "marking":
        contest.works("wire", contest.codes[0])
        contest.begins("insulator", contest.codes[0])
    else:
        contest.tallied()
        contest.publishes()
        with_rulings(contest)
    page = come_in(reader(language), master_of_all(contest))
    faults, count = {}, 0
    for address in pages(contest, page):
        page.goto(address)
        count += 1
        faults[address] = mixed(page, language, contest, sentences)
    assert count > 15, "hardly any page was looked at"
    assert {address: texts for address, texts in faults.items() if texts} == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_console_does_not_mix_languages(
    contest: Contest, reader: Callable[..., Page], language: str, sentences: set[str]
):
    contest.marks("wire-process", "01", "F2", {"tools": "8", "pole": "9", "handling": "11.5", "site": "8"})
    tablet = Tablet(reader(language)).come_in(contest.link("wire-process.F1")).choose("01")
    tablet.mark("8", "12", "11.5", "8")
    assert mixed(tablet.page, language, contest, sentences) == []
    tablet.sign()
    expect(tablet.aspect(1).locator("[data-part=apart]")).to_be_visible()
    assert mixed(tablet.page, language, contest, sentences) == []


def test_the_switch_leads_to_the_same_page_in_the_other_language(contest: Contest, page: Page):
    address = f"{contest.server.home}/boards/{contest.id}"
    page.goto(address)
    for lang, switch, title in (("en", "English", "Northern Anhui"), ("zh-Hans", "中文", "皖北配电")):
        page.get_by_role("button", name=switch).click()
        expect(page.locator("html")).to_have_attribute("lang", lang)
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        expect(page).to_have_url(address)
