"""What a worker does with one application: read it, screen it. The notice's side is prepared once a process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.intake import Intake, left_out, take
from pipeline.matching import Matcher
from pipeline.matching.encoder import Encoder, Memory
from pipeline.matching.sentence_model import Vectors
from pipeline.matching.settings import MatchingSettings
from pipeline.reading import DEFAULT_OPTIONS, ReadingOptions
from pipeline.reading.inputs import Input
from pipeline.records.strangers import NOTHING, is_nothing
from pipeline.screening import Rules, Settings, screen
from schemas.finding import Screening
from schemas.notice import Notice
from schemas.submission import Submission

# One matcher a process and notice: it holds the model and the notice's vectors.
_THE_NOTICE = "This is the notice itself. Leave it out of the applications."
DEFAULT_SETTINGS = Settings()
DEFAULT_RULES = Rules()
DEFAULT_MATCHING = MatchingSettings()
_MATCHERS: dict[tuple[str, MatchingSettings], tuple[Notice, Matcher]] = {}


@dataclass(frozen=True, slots=True)
class Subject:
    """One application, read and screened; ``screening`` is None where nothing of it could be read.

    ``vectors`` are those that a slow model computed for it, by text, to be kept. ``basis`` is a digest of what the
    screening was made of, where it may be kept; ``kept_from`` the run that made it before: then its records are left
    where they are.
    """

    intake: Intake
    screening: Screening | None = None
    vectors: Mapping[str, Vectors] = field(default_factory=dict)
    basis: str | None = None
    kept_from: int | None = None


@dataclass(frozen=True)
class ScreenWork:
    """How applications to one notice are screened; picklable, so that worker processes can do it.

    ``memory`` holds vectors computed before, for a model that takes its time.
    """

    notice: Notice
    settings: Settings = DEFAULT_SETTINGS
    rules: Rules = DEFAULT_RULES
    matching: MatchingSettings = DEFAULT_MATCHING
    memory: Memory | None = None

    def screen_input(self, item: Input, options: ReadingOptions = DEFAULT_OPTIONS) -> Subject:
        """Reads and screens one application; its unreadable files are failures of the intake."""
        intake = take(item, "submission", options)
        if intake.submission is not None and intake.submission.source.sha256 == self.notice.source.sha256:
            return Subject(Intake(item.name, texts=intake.texts, failures=(left_out(item.name, _THE_NOTICE),)))
        if intake.submission is not None and len(item.files) == 1 and is_nothing(intake.submission):
            return Subject(Intake(item.name, texts=intake.texts, failures=(left_out(item.name, NOTHING),)))
        return self._screened(intake)

    def screen_submission(self, submission: Submission) -> Subject:
        """Screens an application that was read before."""
        return self._screened(Intake(Path(submission.source.path).name, submission=submission))

    def _screened(self, intake: Intake) -> Subject:
        if intake.submission is None:
            return Subject(intake)
        matcher = self._matcher()
        screening = screen(self.notice, intake.submission, matcher, self.settings, self.rules)
        return Subject(intake, screening, matcher.encoder.take_fresh())

    def _matcher(self) -> Matcher:
        key = (self.notice.source.sha256, self.matching)
        notice, matcher = _MATCHERS.get(key, (None, None))
        if matcher is None or notice != self.notice:  # the same file may come with its annexes and without
            matcher = Matcher(self.notice, Encoder(self.matching, self.memory))
            _MATCHERS[key] = (self.notice, matcher)
        return matcher
