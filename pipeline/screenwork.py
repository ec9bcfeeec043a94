"""What a worker does with one application: read it, screen it. The notice's side is prepared once a process."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.intake import Intake, take
from pipeline.matching import Matcher
from pipeline.matching.encoder import Encoder
from pipeline.reading import DEFAULT_OPTIONS, ReadingOptions
from pipeline.reading.inputs import Input
from pipeline.screening import Rules, Settings, screen
from schemas.errors import Reason
from schemas.finding import Failure, Screening
from schemas.notice import Notice
from schemas.submission import Submission

# One matcher a process and notice: it holds the model and the notice's vectors.
DEFAULT_SETTINGS = Settings()
DEFAULT_RULES = Rules()
_MATCHERS: dict[tuple[str, str | None], Matcher] = {}


@dataclass(frozen=True, slots=True)
class Subject:
    """One application, read and screened; ``screening`` is None where nothing of it could be read."""

    intake: Intake
    screening: Screening | None = None


@dataclass(frozen=True)
class ScreenWork:
    """How applications to one notice are screened; picklable, so that worker processes can do it."""

    notice: Notice
    settings: Settings = DEFAULT_SETTINGS
    rules: Rules = DEFAULT_RULES
    model: str | None = None

    def screen_input(self, item: Input, options: ReadingOptions = DEFAULT_OPTIONS) -> Subject:
        """Reads and screens one application; its unreadable files are failures of the intake."""
        intake = take(item, "submission", options)
        if intake.submission is not None and intake.submission.source.sha256 == self.notice.source.sha256:
            return Subject(Intake(item.name, texts=intake.texts, failures=(_the_notice(item.name),)))
        return Subject(intake, None if intake.submission is None else self._screen(intake.submission))

    def screen_submission(self, submission: Submission) -> Subject:
        """Screens an application that was read before."""
        name = Path(submission.source.path).name
        return Subject(Intake(name, submission=submission), self._screen(submission))

    def _screen(self, submission: Submission) -> Screening:
        key = (self.notice.source.sha256, self.model)
        if key not in _MATCHERS:
            _MATCHERS[key] = Matcher(self.notice, Encoder(self.model))
        return screen(self.notice, submission, _MATCHERS[key], self.settings, self.rules)


def _the_notice(name: str) -> Failure:
    message = "This is the notice itself. Leave it out of the applications."
    return Failure(path=name, error=message, reason=Reason.UNSUPPORTED.value)
