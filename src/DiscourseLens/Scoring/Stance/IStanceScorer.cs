namespace DiscourseLens.Scoring.Stance;

/// <summary>Scores stance toward psychedelic therapy. Implementations are thread-safe.</summary>
public interface IStanceScorer
{
    /// <summary>The identity its scores are stored under.</summary>
    ScorerVersion Version { get; }

    /// <summary>Scores texts, each for one target; a text whose relevance says no is unrelated.</summary>
    /// <param name="inputs">The texts; may be empty.</param>
    /// <param name="cancellationToken">Ends the waiting; what was not answered yet is lost to the caller.</param>
    /// <returns>One outcome a text, in their order.</returns>
    /// <remarks>What goes wrong with a text is in its outcome; nothing but cancellation is thrown.</remarks>
    ValueTask<IReadOnlyList<StanceOutcome>> ScoreAsync(IReadOnlyList<StanceInput> inputs, CancellationToken cancellationToken);
}
