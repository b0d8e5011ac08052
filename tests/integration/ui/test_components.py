"""Each tag shows what it is given, escapes it, and says in words what it shows in shape."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.template import TemplateSyntaxError, engines
from django.template.loader import get_template
from django.test import Client
from django.urls import NoReverseMatch, reverse

from goalward.web.ui.fields import LongWordsField, ScaleField, WordsField
from goalward.web.ui.templatetags.ui import register

DANGEROUS = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"


def shown(source: str, **context: object) -> str:
    """The template's HTML with runs of white space as one space, outside of people's own words."""
    html = engines["django"].from_string(source).render(context)
    return " ".join(html.split())


class OneQuestion(forms.Form):
    wording = LongWordsField(
        label="What do you want?",
        help_text="A few words.",
        why="It is a start.",
        required=True,
        missing="Write what you want.",
    )
    hard = ScaleField(label="How hard?", low="not at all", high="very")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)
    email = forms.EmailField(label="Email", help_text="We never show it.", required=False)


class TestField:
    def test_says_why_it_is_asked_and_who_will_see_it_before_the_control(self) -> None:
        html = shown("{% field form.wording %}", form=OneQuestion())
        places = [
            html.index(words) for words in ("A few words.", "It is a start.", "Only you can see this.", "<textarea")
        ]
        assert places == sorted(places)
        assert 'aria-describedby="id_wording_hint id_wording_why id_wording_seen"' in html

    def test_an_error_is_marked_and_belongs_to_its_control(self) -> None:
        html = shown("{% field form.wording %}", form=OneQuestion({}))
        assert 'id="id_wording_error"' in html
        assert "Write what you want." in html
        assert 'aria-invalid="true"' in html
        assert "id_wording_error" in html.partition('aria-describedby="')[2].partition('"')[0]

    def test_a_group_has_a_legend_and_its_notes_belong_to_the_group(self) -> None:
        html = shown("{% field form.hard %}", form=OneQuestion())
        assert html.startswith('<fieldset class="field" aria-describedby="id_hard_seen"> <legend')
        assert html.count("aria-describedby") == 1

    @pytest.mark.parametrize("name", ["wording", "hard"])
    def test_can_be_the_title_of_its_page(self, name: str) -> None:
        html = shown("{% field bound heading=True %}", bound=OneQuestion()[name])
        assert html.count("<h1") == 1

    def test_an_ordinary_field_of_django_is_shown_the_same_way(self) -> None:
        html = shown("{% field form.email %}", form=OneQuestion({"email": "no address"}))
        assert 'aria-describedby="id_email_hint id_email_error"' in html
        assert "Only you" not in html

    def test_a_hidden_field_is_only_itself(self) -> None:
        html = shown("{% field form.secret %}", form=OneQuestion())
        assert html == '<input type="hidden" name="secret" id="id_secret">'

    def test_escapes_what_a_label_brings(self) -> None:
        form = type("Odd", (forms.Form,), {"odd": WordsField(label=DANGEROUS, help_text=DANGEROUS, why=DANGEROUS)})()
        assert shown("{% field form.odd %}", form=form).count(ESCAPED) == 3


class TestErrorSummary:
    def test_leads_to_the_first_control_of_each_field_in_the_fields_own_words(self) -> None:
        html = shown("{% error_summary form %}", form=OneQuestion({"hard": "11"}))
        assert '<a href="#id_wording">Write what you want.</a>' in html
        assert '<a href="#id_hard_0">Choose a number from 0 to 10.</a>' in html
        assert 'role="alert" tabindex="-1" autofocus' in html

    def test_is_silent_when_nothing_needs_another_look(self) -> None:
        assert shown("{% error_summary form other %}", form=OneQuestion()) == ""

    def test_an_error_of_the_whole_form_has_no_field_to_lead_to(self) -> None:
        form = OneQuestion({"wording": "x"})
        form.add_error(None, "Someone else changed this. Look at both texts.")
        assert "<li>Someone else changed this. Look at both texts.</li>" in shown("{% error_summary form %}", form=form)


class TestQuestionPage:
    def test_offers_three_ways_on_and_one_back(self) -> None:
        html = shown('{% question_page form=form back="/before/" %}Q{% endquestion_page %}', form=OneQuestion())
        assert [f'name="action" value="{way}"' in html for way in ("next", "skip", "later")] == [True] * 3
        assert '<a class="back" href="/before/">' in html
        assert "novalidate data-once" in html

    def test_says_the_consequence_on_its_button_and_may_have_no_other(self) -> None:
        html = shown('{% question_page save="Share with Dr Lee" skip=False later=False %}{% endquestion_page %}')
        assert html.count("<button") == 1
        assert "Share with Dr Lee" in html

    def test_the_error_summary_comes_before_all_else(self) -> None:
        html = shown('{% question_page form=form back="/" %}{% endquestion_page %}', form=OneQuestion({}))
        assert html.startswith('<div class="error-summary"')

    def test_carries_the_token_of_the_page(self) -> None:
        assert 'value="abc"' in shown("{% question_page %}{% endquestion_page %}", csrf_token="abc")

    def test_takes_its_arguments_by_name_only(self) -> None:
        with pytest.raises(TemplateSyntaxError):
            shown('{% question_page "/before/" %}{% endquestion_page %}')


class TestShowing:
    def test_own_words_are_shown_exactly(self) -> None:
        text = "  one\n\n two <b> "
        html = engines["django"].from_string("{% own_words text %}").render({"text": text})
        assert html == '<span class="own-words" dir="auto">  one\n\n two &lt;b&gt; </span>'

    def test_a_button_can_be_a_link(self) -> None:
        assert shown('{% button "Start" href="/start/" %}') == '<a class="button" href="/start/">Start</a>'
        assert shown('{% button "Stop" kind="quiet" name="a" value="b" %}') == (
            '<button class="button quiet" name="a" value="b">Stop</button>'
        )

    def test_an_answer_names_what_its_change_link_changes(self) -> None:
        html = shown(
            '{% summary_list %}{% summary_row label="Your goal" change="/g/" %}Walk{% endsummary_row %}'
            '{% summary_row label="Why" %} {% endsummary_row %}{% endsummary_list %}'
        )
        assert 'Change<span class="only-spoken">: Your goal</span>' in html
        assert "No answer yet" in html
        assert html.count("<a ") == 1

    def test_a_goal_card_begins_with_the_persons_own_words(self) -> None:
        html = shown(
            "{% goal_card words=words because=words next_step=words sentence=words href='/g/' chart=chart %}",
            words=DANGEROUS,
            chart="<svg></svg>",
        )
        assert html.count(ESCAPED) == 4
        assert html.index(ESCAPED) < html.index("<svg>")

    def test_a_goal_card_without_a_chart_says_what_it_can(self) -> None:
        html = shown("{% goal_card words='Walk' href='/g/' status='Paused' %}")
        assert "Paused" in html
        assert "because" not in html
        assert "Next:" not in html

    def test_a_chart_comes_with_its_sentence_and_its_table(self) -> None:
        html = shown("{% chart_figure svg='<svg></svg>' sentence=words table='<table></table>' %}", words=DANGEROUS)
        assert "<svg></svg>" in html
        assert f"<figcaption>{ESCAPED}</figcaption>" in html
        assert "<summary>Show as table</summary><table></table>" in html

    def test_levels_say_which_is_hoped_for_and_where_the_person_is(self) -> None:
        rows = [(f"name {level}", f"words {level}") for level in range(-2, 3)]
        html = shown("{% level_list rows current=-1 %}", rows=rows)
        assert html.count("<li") == 5
        assert html.count("you are here") == 1
        assert html.index("name -1") < html.index("you are here") < html.index("name 0")
        assert html.index("level expected") < html.index("name 0")

    def test_levels_may_be_read_before_the_first_check_in(self) -> None:
        rows = [(f"name {level}", "") for level in range(-2, 3)]
        assert "you are here" not in shown("{% level_list rows %}", rows=rows)

    def test_five_levels_are_built_with_an_error_beside_its_level(self) -> None:
        fields = {
            f"level_{at}": WordsField(label=f"Level {at}", required=True, missing="Write how often.") for at in range(5)
        }
        form = type("Levels", (forms.Form,), fields)({f"level_{at}": "x" for at in range(4)})
        html = shown('{% level_builder form.visible_fields legend="How often?" %}', form=form)
        assert html.count("<input") == 5
        assert html.count("Write how often.") == 1
        assert 'aria-describedby="id_level_4_error"' in html
        assert "Change one part only." in html

    def test_what_happened_says_when_and_who(self) -> None:
        html = shown(
            "{% time_line %}{% moment when=day who='Dr Lee' therapist=True %}<p>A wording</p>{% endmoment %}"
            "{% moment when=day %}Alone{% endmoment %}{% endtime_line %}",
            day=date(2026, 11, 22),
        )
        assert '<time datetime="2026-11-22">22 November 2026</time> · Dr Lee' in html
        assert html.count("moment therapist") == 1

    def test_a_difference_is_said_as_well_as_shown(self) -> None:
        html = shown("{% difference before=before after=after %}", before="walk <b>", after="run <b>")
        assert "Taken out: </span>walk" in html
        assert "Put in: </span>run" in html
        assert "&lt;b&gt;" in html

    @pytest.mark.parametrize(("kind", "role"), [("plain", ""), ("done", ' role="status"'), ("care", "")])
    def test_a_notice_is_calm_and_of_one_of_three_kinds(self, kind: str, role: str) -> None:
        html = shown("{% notice kind=kind title='Kept' %}<p>Yes</p>{% endnotice %}", kind=kind)
        assert html.startswith(f'<div class="notice {kind}"{role}>')
        assert "<h2>Kept</h2> <p>Yes</p>" in html

    def test_fields_that_belong_together_share_a_legend(self) -> None:
        html = shown("{% fieldset legend='If it gets hard' hint='A plan.' heading=True %}x{% endfieldset %}")
        assert 'aria-describedby="hint-if-it-gets-hard"' in html
        assert "<h1>If it gets hard</h1>" in html
        assert "hint" not in shown("{% fieldset legend='Alone' %}x{% endfieldset %}")

    def test_help_and_emptiness_say_what_to_do_next(self) -> None:
        assert "You can reach someone now" in shown("{% help_panel %}<p>Call 112</p>{% endhelp_panel %}")
        html = shown("{% empty_state title='No goals yet' %}<p>Write one.</p>{% endempty_state %}")
        assert "No goals yet" in html
        assert "Write one." in html

    def test_who_can_see_it_tells_a_therapist_apart(self) -> None:
        assert "therapist" in shown("{% who_can_see 'You and Dr Lee' therapist=True %}")
        assert "therapist" not in shown("{% who_can_see 'Only you' %}")

    def test_a_form_sent_again_shows_the_words_and_carries_all_of_it(self) -> None:
        fields = [
            ("wording", f"one\r\n{DANGEROUS}"),
            ("csrfmiddlewaretoken", "token"),
            ("action", "next"),
            ("note", " "),
        ]
        html = (
            engines["django"].from_string("{% sent_again fields=fields action='/goals/' %}").render({"fields": fields})
        )
        assert html.count('type="hidden"') == 4
        assert f'value="one\r\n{ESCAPED}"' in html
        assert html.count("<blockquote") == 1
        assert html.count("<button") == 1


@pytest.mark.urls("tests.integration.ui.urls")
class TestGallery:
    def test_shows_every_component_that_the_frame_does_not_show(self) -> None:
        pages = [get_template(name).origin.name for name in ("ui/gallery.html", "ui/plain_page.html")]
        used = "".join(Path(page).read_text("utf-8") for page in pages)
        assert [tag for tag in register.tags if f"{{% {tag}" not in used] == []

    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_runs_in_both_directions(self, anyone: Client, direction: str) -> None:
        html = anyone.get(f"/gallery/?direction={direction}").content.decode()
        assert f'<html lang="en" dir="{direction}">' in html


def test_the_gallery_is_no_page_of_the_site() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("gallery")
