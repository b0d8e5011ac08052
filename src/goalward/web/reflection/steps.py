"""The pages on the way to a goal, in order, and the way through them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goalward.web.accounts.models import Person
from goalward.web.goals.models import Goal
from goalward.web.reflection import forms, goal_forms
from goalward.web.reflection.asking import StepForm

CHECK = "check"


@dataclass(frozen=True, slots=True)
class Step:
    """One page.

    reads: what it reads with care, besides the words of the page before.
    sharpens: it makes a goal clearer or surer, so it is not asked of one that moves toward harm.
    """

    code: str
    form: type[StepForm]
    title: Promise
    why: str | Promise
    template: str = "reflection/step.html"
    reads: tuple[str, ...] = ()
    sharpens: bool = False


ABOUT_ME = (
    Step(
        "questions",
        forms.QuestionsForm,
        _("How are things for you?"),
        "",  # each of its questions says why
        reads=("wording",),
    ),
    Step(
        "areas",
        forms.AreasForm,
        _("What would you like to change most?"),
        _("You cannot change all of life at once. Three areas are plenty."),
        template="reflection/areas.html",
    ),
    Step(
        "values",
        forms.ValuesForm,
        _("What matters to you?"),
        _("A goal holds better when it is about something that matters to you."),
        template="reflection/values.html",
    ),
)
ABOUT_A_GOAL = (
    Step(
        "aim",
        goal_forms.AimForm,
        _("What do you hope for?"),
        _("Your own words say best what you want. Nobody will change them for you."),
        template="reflection/aim.html",
        reads=("wording",),
    ),
    Step(
        "difference",
        goal_forms.DifferenceForm,
        _("How would life be then?"),
        _("A clear picture of a better day shows where to start."),
        sharpens=True,
    ),
    Step(
        "coach",
        goal_forms.CoachForm,
        _("Your words, and one question"),
        _("Someone who does not know you should be able to tell what you mean."),
        template="reflection/coach.html",
        reads=("wording",),
    ),
    Step(
        "first-step",
        goal_forms.FirstStepForm,
        _("A first small step"),
        _("A small step is easier to take, and it shows you what comes next."),
        sharpens=True,
    ),
    Step(
        "scale",
        goal_forms.ScaleStepForm,
        _("How will you see it change?"),
        _("A number or a level, given now and then, shows whether life is changing."),
        template="reflection/scale.html",
        sharpens=True,
    ),
    Step(
        "plan",
        goal_forms.PlanStepForm,
        _("What helps, and what gets in the way?"),
        _("If you decide now what to do when it gets hard, it is easier on that day."),
        template="reflection/plan.html",
        sharpens=True,
    ),
    Step(
        "confidence",
        goal_forms.ConfidenceForm,
        _("Does it feel doable?"),
        _("If you are not sure, a smaller step may suit you better."),
        template="reflection/confidence.html",
        sharpens=True,
    ),
    Step(
        "review",
        goal_forms.ReviewForm,
        _("When will you look at it again?"),
        _("Life changes, and a goal may change with it. A day to look again keeps it yours."),
        sharpens=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Way:
    """The steps that someone goes through: to a goal, or, without one, to look again at themselves.

    toward_harm: the goal is kept as written and met with help, so nothing that sharpens it is asked.
    """

    steps: tuple[Step, ...]
    goal: Goal | None = None
    toward_harm: bool = False

    @property
    def asked(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if not (self.toward_harm and step.sharpens))

    def step(self, code: str) -> Step:
        """Raises Http404 for a page that is not on this way."""
        try:
            return next(step for step in self.steps if step.code == code)
        except StopIteration:
            raise Http404 from None

    def address(self, code: str) -> str:
        """Where a step is, or the page that shows all answers."""
        if self.goal is None:
            return reverse("look_again") if code == CHECK else reverse("look_again_step", args=[code])
        if code == CHECK:
            return reverse("start_check", args=[self.goal.id])
        return reverse("start_step", args=[self.goal.id, code])

    @property
    def entrance(self) -> str:
        """Where one comes from before the first step."""
        return reverse("goals" if self.goal else "look_again")

    @property
    def later(self) -> str:
        """Where one goes to finish later."""
        return reverse("start_later", args=[self.goal.id]) if self.goal else reverse("look_again")

    def before(self, step: Step) -> Step | None:
        earlier = [each for each in self.steps[: self.steps.index(step)] if each in self.asked]
        return earlier[-1] if earlier else None

    def after(self, step: Step) -> str:
        """The next step, asked or not: new words may change what is asked."""
        return next((each.code for each in self._later(step)), CHECK)

    def asked_after(self, step: Step) -> str:
        return next((each.code for each in self._later(step) if each in self.asked), CHECK)

    def _later(self, step: Step) -> tuple[Step, ...]:
        return self.steps[self.steps.index(step) + 1 :]

    def number(self, step: Step) -> int:
        return 1 + sum(each in self.asked for each in self.steps[: self.steps.index(step)])

    @property
    def length(self) -> int:
        """Pages on the way to a goal; the last is the one that shows all answers."""
        return len(self.asked) + (self.goal is not None)

    @property
    def stopped_at(self) -> str:
        """The page to come back to."""
        codes = [*(step.code for step in self.steps), CHECK]
        return self.goal.step if self.goal and self.goal.step in codes else codes[0]


LOOK_AGAIN = Way(ABOUT_ME)


def way_to(goal: Goal, *, of: Person, toward_harm: bool = False) -> Way:
    """The way to a first goal begins with looking at oneself; later goals begin with the aim."""
    is_first = not of.record.goals.filter(id__lt=goal.id).exists()
    return Way((*ABOUT_ME, *ABOUT_A_GOAL) if is_first else ABOUT_A_GOAL, goal, toward_harm)
