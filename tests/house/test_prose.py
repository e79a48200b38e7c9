"""The finder of untranslated text finds what a person reads and leaves alone what only a machine reads."""

import pytest

from tests.house.prose import in_script, in_template


@pytest.mark.parametrize(
    "template",
    [
        "<h1>排名</h1>",
        "<button>Sign</button>",
        "<p>{{ count }} marks</p>",
        '<img alt="the board">',
        '<input type="submit" value="Send">',
        '<p>{{ "已入库" }}</p>',
        '<p>{{ "Not saved yet" }}</p>',
        "<p>{% trans %}Sign{% endtrans %} now</p>",
        '<p translate="no">比武</p><p>比武</p>',
    ],
)
def test_bare_words_in_a_template_are_found(template):
    assert len(in_template(template)) == 1


@pytest.mark.parametrize(
    "template",
    [
        "<h1>{% trans %}Standings{% endtrans %}</h1>",
        "<h1>{% trans count=n %}{{ count }} mark{% pluralize %}{{ count }} marks{% endtrans %}</h1>",
        '<p title="{{ _("Not saved yet") }}">{{ gettext("Sign") }} {{ ngettext("One mark", "%(num)s marks", n) }}</p>',
        '<input type="hidden" value="seat"><b>{{ total }}</b> ✓ 9',
        '<a lang="en" translate="no">English</a><script>let words = "Not For People";</script>',
        '<p>{{ at | clock("%H:%M:%S") }}</p>{% include "board/row.html" %}{# 一句注释 #}',
        '<div class="{{ "wide tall" if big }}"></div>',
    ],
)
def test_translated_words_and_machine_words_are_left_alone(template):
    assert in_template(template) == []


@pytest.mark.parametrize(
    "script", ['status.textContent = "未保存";', "show('Not saved yet');", "say(`Mark ${n} is in.`);"]
)
def test_sentences_in_a_script_are_found(script):
    assert len(in_script(script)) == 1


@pytest.mark.parametrize(
    "script",
    [
        'say("mark.recorded"); // 已入库',
        "/** Says 已入库 when it is. */ element.className = 'mark recorded';",
        'throw new RangeError("No such seat."); console.warn("Patch does not fit.");',
        "const address = `ws://${host}/socket`;",
    ],
)
def test_keys_and_words_for_developers_are_left_alone(script):
    assert in_script(script) == []
