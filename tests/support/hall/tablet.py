"""A judge's tablet in a browser, in the field's words: come in, choose a code, mark, sign."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

COME_IN = "form#enrol button"


class Tablet:
    """The console on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def come_in(self, link: str) -> Tablet:
        """By a one-time link; the judge says that this is the seat meant."""
        self.page.goto(link)
        self.page.locator(COME_IN).click()
        self.page.locator("seat-dialog dialog[open] button").click()
        return self.ready()

    def ready(self) -> Tablet:
        """The server has said hello and every sheet."""
        expect(self.page.locator("line-state")).to_have_attribute("data-state", "up")
        expect(self.codes.first).to_be_visible()
        return self

    @property
    def codes(self) -> Locator:
        return self.page.locator("code-list .code-button")

    def choose(self, code: str) -> Tablet:
        self.page.locator("code-list .code-button", has=self.page.locator(f".code-name:text-is('{code}')")).click()
        expect(self.page.locator("mark-sheet [data-part=code]")).to_have_text(code)
        return self

    def aspect(self, number: int) -> Locator:
        """The button of the sheet's aspect of this number, from 0; `data-state` says where its mark is."""
        return self.page.locator("mark-sheet .aspect-button").nth(number)

    def enter(self, number: int, value: str) -> None:
        """Types a mark for an aspect and keeps it; the pad goes on by itself."""
        if self.aspect(number).get_attribute("aria-current") != "true":
            self.aspect(number).click()
        expect(self.aspect(number)).to_have_attribute("aria-current", "true")
        self.page.locator("#mark").fill(value)
        self.page.locator("mark-pad [data-part=keep]").click()

    def mark(self, *values: str) -> Tablet:
        """The marks of all aspects of the open sheet, each awaited until it is in the record."""
        for number, value in enumerate(values):
            self.enter(number, value)
        for number in range(len(values)):
            self.shows(number, "recorded")
        return self

    def shows(self, number: int, state: str) -> None:
        expect(self.aspect(number)).to_have_attribute("data-state", state)

    def state(self, number: int) -> Locator:
        """The words that say where an aspect's mark is."""
        return self.aspect(number).locator("[data-part=state]")

    def value(self, number: int) -> Locator:
        return self.aspect(number).locator("[data-part=value]")

    def notice(self, name: str) -> Locator:
        return self.page.locator(f"console-notices [data-part={name}]")

    @property
    def refusal(self) -> Locator:
        return self.page.locator("console-notices .refusals .notice")

    @property
    def pad(self) -> Locator:
        return self.page.locator("mark-pad")

    @property
    def sign_button(self) -> Locator:
        return self.page.locator("mark-sheet [data-part=sign]")

    @property
    def read_back(self) -> Locator:
        """What is read back before a signature, while it is open."""
        return self.page.locator("sign-dialog dialog[open]")

    def sign(self) -> None:
        self.sign_button.click()
        self.read_back.locator("[data-part=confirm]").click()
