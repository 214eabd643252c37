namespace DiscourseLens.Scoring.Stance;

/// <summary>Scores stance toward psychedelic therapy. Implementations are immutable and thread-safe.</summary>
public interface IStanceScorer
{
    /// <summary>The identity its scores are stored under.</summary>
    ScorerVersion Version { get; }

    /// <summary>Scores one text for one target. Unrelated exactly when the input's relevance says so.</summary>
    StanceScore Score(StanceInput input);
}
