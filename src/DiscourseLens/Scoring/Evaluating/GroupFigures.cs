namespace DiscourseLens.Scoring.Evaluating;

/// <summary>Figures of a part of the texts.</summary>
/// <param name="Name">The part's community, substance or rule.</param>
/// <param name="Texts">Texts in it.</param>
/// <param name="Relevant">How many of them the coders found relevant.</param>
/// <param name="Figures">Its figures by name.</param>
public sealed record GroupFigures(string Name, int Texts, int Relevant, IReadOnlyDictionary<string, double> Figures)
{
    private const int Smallest = 10;

    /// <summary>Parts of at least ten texts, most texts first; texts without a name are in none.</summary>
    internal static IReadOnlyList<GroupFigures> By(
        IEnumerable<PredictedText> texts, Func<PredictedText, string?> name,
        Func<IReadOnlyList<PredictedText>, IReadOnlyList<(string Name, double Value)>> figures) =>
        [.. texts.GroupBy(name, StringComparer.Ordinal).Where(group => group.Key is not null && group.Count() >= Smallest)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new GroupFigures(group.Key!, group.Count(), group.Count(text => text.IsRelevant),
                figures([.. group]).ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal)))];
}
