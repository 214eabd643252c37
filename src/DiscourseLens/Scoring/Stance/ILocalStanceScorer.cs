namespace DiscourseLens.Scoring.Stance;

/// <summary>A stance scorer that computes here and now, so that every text gets its score.</summary>
public interface ILocalStanceScorer : IStanceScorer
{
    /// <summary>Scores one text for one target.</summary>
    StanceScore Score(StanceInput input);

    /// <inheritdoc/>
    ValueTask<IReadOnlyList<StanceOutcome>> IStanceScorer.ScoreAsync(IReadOnlyList<StanceInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new StanceOutcome[inputs.Count];
        for (var at = 0; at < outcomes.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes[at] = StanceOutcome.Of(Score(inputs[at]));
        }

        return new(outcomes);
    }
}
