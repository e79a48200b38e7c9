"""The browser itself: it starts, shows Chinese in the one font, runs modules and knows the contest's zone."""

from playwright.sync_api import Page, expect

PAGE = """data:text/html;charset=utf-8,
<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>比武</title>
<main><h1>比武 䶮</h1><p role="status">…</p></main>
<script type="module">document.querySelector("p").textContent = new Date(0).toLocaleTimeString("en-GB");</script>
</html>"""


def fonts(page: Page, selector: str) -> set[str]:
    """The families the browser really drew an element's text with."""
    inside = page.context.new_cdp_session(page)
    inside.send("DOM.enable")
    inside.send("CSS.enable")
    root = inside.send("DOM.getDocument")["root"]["nodeId"]
    node = inside.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    return {font["familyName"] for font in inside.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}


def test_chinese_rare_names_too_is_shown_in_the_one_font(page: Page):
    page.goto(PAGE)
    expect(page.get_by_role("heading")).to_contain_text("比武")
    assert {family.removesuffix(" SC").removesuffix(" JP") for family in fonts(page, "h1")} == {"Noto Sans CJK"}


def test_a_module_runs_in_the_contests_zone(page: Page):
    page.goto(PAGE)
    expect(page.get_by_role("status")).to_have_text("08:00:00")


def test_the_browser_can_be_cut_off(page: Page):
    page.goto(PAGE)
    page.context.set_offline(True)
    assert page.evaluate("navigator.onLine") is False
