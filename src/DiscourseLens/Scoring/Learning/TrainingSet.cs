namespace DiscourseLens.Scoring.Learning;

/// <summary>Rows to learn from.</summary>
/// <param name="Rows">The features.</param>
/// <param name="Labels">The class of each row, from 0.</param>
/// <param name="Weights">How much each row counts.</param>
internal sealed record TrainingSet(IReadOnlyList<FeatureRow> Rows, IReadOnlyList<int> Labels, IReadOnlyList<double> Weights)
{
    /// <summary>Who wrote each row; null where that does not matter.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>The rows at some places, in that order.</summary>
    public TrainingSet At(IEnumerable<int> places)
    {
        var chosen = places.ToArray();
        return new TrainingSet([.. chosen.Select(i => Rows[i])], [.. chosen.Select(i => Labels[i])], [.. chosen.Select(i => Weights[i])])
        {
            Authors = Authors is { } authors ? [.. chosen.Select(i => authors[i])] : null,
        };
    }
}
