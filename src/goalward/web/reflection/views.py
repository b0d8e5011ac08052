"""Start here: one page at a time, from "I want to feel better" to a goal."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.views import View
from django.views.decorators.http import require_http_methods, require_safe

from goalward.alliance import Audience
from goalward.decisions import Decision, NotAllowedError
from goalward.goals import GoalStatus, may_begin, may_move
from goalward.web.accounts.models import Person
from goalward.web.accounts.requests import PersonRequest
from goalward.web.goals.drafts import answer_draft, begin_draft, begin_goal, mark_place
from goalward.web.goals.headings import headings_for
from goalward.web.goals.models import Goal
from goalward.web.goals.plans import ChangedMeanwhileError
from goalward.web.goals.queries import active_count, goal_in_words, moves_toward_harm
from goalward.web.reflection.actions import save_reflection
from goalward.web.reflection.asking import Row, StepForm
from goalward.web.reflection.queries import Said, SaidOnGoal, said_by, said_on
from goalward.web.reflection.steps import ABOUT_ME, CHECK, LOOK_AGAIN, Step, Way, way_to
from goalward.web.safety.panel import care_panel
from goalward.web.ui.fields import OnceForm
from goalward.web.ui.say import say

SHOWS_AND_TAKES = ["GET", "HEAD", "POST"]


class Answers(NamedTuple):
    """What was said on one page, and where it can be changed."""

    title: Promise
    change: str
    said: list[Row]


@require_safe
def start(request: PersonRequest) -> HttpResponse:
    """Back to the page where someone stopped, or on to a new goal."""
    draft = request.user.record.goals.filter(status=GoalStatus.DRAFT).order_by("-id").first()
    return resume(draft, of=request.user) if draft else redirect("start_another")


@require_safe
def start_resume(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    """Back to one goal: to the page where it was left, or to its own page once it has begun."""
    goal = goal_in_words(request.user, goal_id).goal
    return resume(goal, of=request.user) if goal.status == GoalStatus.DRAFT else redirect("goal", goal_id)


def resume(draft: Goal, *, of: Person) -> HttpResponse:
    way = way_to(draft, of=of)
    return redirect(way.address(way.stopped_at))


@require_http_methods(SHOWS_AND_TAKES)
def start_another(request: PersonRequest) -> HttpResponse:
    """What lies ahead, before anything is asked."""
    if request.method == "POST":
        draft = begin_draft(by=request.user, wording="", once=OnceForm(request.POST).drawn)
        return resume(draft, of=request.user)
    context = {
        "form": OnceForm(),
        "headings": headings_for(request.user),
        "is_first": not request.user.record.goals.exists(),
        "decision": may_begin_one_more(request.user),
    }
    return render(request, "reflection/another.html", context)


def may_begin_one_more(person: Person) -> Decision:
    return may_move(GoalStatus.DRAFT, GoalStatus.ACTIVE, active=active_count(person))


class StepPage(View):
    """One page of questions: shown, or its answers kept."""

    request: PersonRequest
    said: Said
    way: Way
    step: Step

    def get(self, request: PersonRequest, **_: Any) -> HttpResponse:
        return self.show(self.step.form(said=self.said))

    def post(self, request: PersonRequest, **_: Any) -> HttpResponse:
        form = self.step.form(request.POST, said=self.said)
        if "take" in request.POST:
            form.take(request.POST["take"])
            return self.show(form)
        if request.POST.get("action") == "skip":
            self.mark(self.next)
            return redirect(self.address(self.next))
        return self.keep(form) if form.is_valid() else self.show(form)

    def keep(self, form: StepForm) -> HttpResponse:
        later = form.data.get("action") == "later"
        stop_at = self.step.code if later or form.asks_again() else self.next
        try:
            self.save(form, stop_at)
        except ChangedMeanwhileError as elsewhere:
            form.meanwhile = elsewhere.merged.conflicts
        except NotAllowedError as refusal:
            form.add_error(None, say(refusal.reason))
        else:
            return redirect(self.way.later if later else self.address(stop_at))
        return self.show(form, status=409)

    @transaction.atomic  # the answer and the place to come back to
    def save(self, form: StepForm, stop_at: str) -> None:
        save_reflection(by=self.request.user, answers=form.kept(), shown=form.seen)
        self.mark(stop_at)

    def mark(self, code: str) -> None:
        """Remember the page to come back to, where there is one."""

    @property
    def is_change(self) -> bool:
        """Did the person come from the page with all answers, to go back there?"""
        return self.request.GET.get("then") == CHECK

    @property
    def next(self) -> str:
        return CHECK if self.is_change else self.way.after(self.step)

    def address(self, code: str) -> str:
        keeps_way = self.is_change and code != CHECK
        return self.way.address(code) + (f"?then={CHECK}" if keeps_way else "")

    @property
    def back(self) -> str:
        before = self.way.before(self.step)
        if self.is_change:
            return self.way.address(CHECK)
        return self.way.address(before.code) if before else self.way.entrance

    def texts(self) -> list[str]:
        """What the page reads with care: the words of the page before, and what the step itself names."""
        before = self.way.before(self.step)
        reads = self.step.reads if self.way.goal else ()
        return [*(before.form.texts(self.said) if before else []), *map(self.said.answer, reads)]

    def show(self, form: StepForm, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "step": self.step,
            "way": self.way,
            "said": self.said,
            "number": self.way.number(self.step),
            "back": self.back,
            "seen_by": say(Audience.ONLY_ME.who_can_see),
            "care": care_panel(*self.texts(), person=self.request.user),
        }
        return render(self.request, self.step.template, context, status=status)


class StartStep(StepPage):
    """On the way to a goal."""

    said: SaidOnGoal

    def setup(self, request: HttpRequest, *args: Any, goal_id: UUID, code: str, **kwargs: Any) -> None:
        super().setup(request, *args, goal_id=goal_id, code=code, **kwargs)
        self.said = said_on(self.request.user, goal_id)
        self.way = way_on(self.said)
        self.step = self.way.step(code)

    def get(self, request: PersonRequest, **kwargs: Any) -> HttpResponse:
        if self.said.goal.status != GoalStatus.DRAFT:
            return redirect("goal", self.said.goal.id)
        if self.step not in self.way.asked:
            return redirect(self.way.address(self.way.asked_after(self.step)))
        return super().get(request, **kwargs)

    def save(self, form: StepForm, stop_at: str) -> None:
        if self.step in ABOUT_ME:
            super().save(form, stop_at)
            return
        answer_draft(
            goal=self.said.goal,
            by=self.request.user,
            answers=form.kept(),
            step=stop_at,
            shown=form.seen,
        )

    def mark(self, code: str) -> None:
        mark_place(goal=self.said.goal, by=self.request.user, step=code)


class LookAgainStep(StepPage):
    """Looking again at oneself, with no goal in mind."""

    def setup(self, request: HttpRequest, *args: Any, code: str, **kwargs: Any) -> None:
        super().setup(request, *args, code=code, **kwargs)
        self.said, self.way = said_by(self.request.user), LOOK_AGAIN
        self.step = self.way.step(code)


@require_safe
def look_again(request: PersonRequest) -> HttpResponse:
    """What someone said about themselves, each part open to another look."""
    said = said_by(request.user)
    context = {
        "answers": answers_on(LOOK_AGAIN, said),
        "care": care_for(LOOK_AGAIN, said),
        "headings": headings_for(request.user),
        "seen_by": say(Audience.ONLY_ME.who_can_see),
    }
    return render(request, "reflection/look_again.html", context)


@require_safe
def start_later(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    """Everything is kept; here is how to come back."""
    said = said_on(request.user, goal_id)
    way = way_on(said)
    context = {"care": care_for(way, said), "headings": headings_for(request.user), "way": way}
    return render(request, "reflection/later.html", context)


@require_http_methods(SHOWS_AND_TAKES)
def start_check(request: PersonRequest, goal_id: UUID) -> HttpResponse:
    """All answers on one page, and the button that begins the goal."""
    said = said_on(request.user, goal_id)
    if request.method == "POST" and began(said):
        return redirect("goal", goal_id)
    if said.goal.status != GoalStatus.DRAFT:
        return redirect("goal", goal_id)
    way = way_on(said)
    decision = may_begin_one_more(request.user) and may_begin(said.answer("wording"))
    context = {
        "answers": answers_on(way, said),
        "care": care_for(way, said),
        "decision": decision,
        "way": way,
        "back": way.address(way.asked[-1].code),
        "headings": headings_for(request.user),
        "seen_by": say(Audience.ONLY_ME.who_can_see),
    }
    return render(request, "reflection/check.html", context, status=409 if request.method == "POST" else 200)


def way_on(said: SaidOnGoal) -> Way:
    return way_to(said.goal, of=said.person, toward_harm=moves_toward_harm(said.version))


def began(said: SaidOnGoal) -> bool:
    if moves_toward_harm(said.version):
        return False
    try:
        begin_goal(goal=said.goal, by=said.person)
    except NotAllowedError:
        return False  # the page says why
    return True


def answers_on(way: Way, said: Said) -> list[Answers]:
    return [
        Answers(
            step.title,
            f"{way.address(step.code)}?then={CHECK}",
            [(label, words) for label, words in step.form(said=said).rows() if words],
        )
        for step in way.asked
    ]


def care_for(way: Way, said: Said) -> dict[str, Any] | None:
    """Everything that was said on this way, read with care."""
    return care_panel(*(text for step in way.steps for text in step.form.texts(said)), person=said.person)
