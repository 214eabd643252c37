namespace DiscourseLens.Scoring.Evaluating;

/// <summary>How far the relevance gate agrees with coders.</summary>
/// <param name="Texts">Texts compared.</param>
/// <param name="Relevant">How many of them the coders found relevant.</param>
/// <param name="Figures">Precision, recall and F1, each text counted once.</param>
/// <param name="Drawn">Texts with an inclusion probability.</param>
/// <param name="Weighted">The same figures over those, each weighted by its inverse; empty when there are none.</param>
/// <param name="Reliability">Of the probability of being relevant.</param>
/// <param name="Rules">Per deciding rule: texts, and how many of them are relevant.</param>
/// <param name="Communities">Per community of at least ten texts, most texts first.</param>
/// <param name="Substances">Per noted substance of at least ten texts, most texts first.</param>
public sealed record RelevanceReport(
    int Texts, int Relevant, IReadOnlyList<Figure> Figures, int Drawn, IReadOnlyList<Figure> Weighted, Reliability Reliability,
    IReadOnlyList<RuleOutcome> Rules, IReadOnlyList<GroupFigures> Communities, IReadOnlyList<GroupFigures> Substances)
{
    /// <summary>Compares.</summary>
    /// <param name="texts">At least one.</param>
    public static RelevanceReport Of(IReadOnlyList<PredictedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count);
        var drawn = texts.Where(text => text.Coded.InclusionProbability is not null).ToList();
        return new RelevanceReport(
            texts.Count,
            texts.Count(text => text.IsRelevant),
            Bootstrap.Of(texts, some => RelevanceFigures.Of(some, static _ => 1)),
            drawn.Count,
            drawn.Count == 0 ? [] : Bootstrap.Of(drawn, some => RelevanceFigures.Of(some, static text => text.Weight)),
            Reliability.Of(texts.Select(text => (text.Relevance.Probability, text.IsRelevant, 1d))),
            [.. texts.GroupBy(text => (text.Relevance.Rule, text.Relevance.Relevant))
                .Select(group => new RuleOutcome(group.Key.Rule, group.Key.Relevant, group.Count(), group.Count(text => text.IsRelevant)))
                .OrderByDescending(rule => rule.Texts).ThenBy(rule => rule.Rule, StringComparer.Ordinal)],
            GroupFigures.By(texts, static text => text.Coded.Text.Community, some => RelevanceFigures.Of(some, static _ => 1)),
            GroupFigures.By(texts, static text => text.Coded.Substance, some => RelevanceFigures.Of(some, static _ => 1)));
    }
}

/// <summary>What came of the texts that one rule decided.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Says">Whether it calls texts relevant.</param>
/// <param name="Texts">Texts it decided.</param>
/// <param name="Relevant">How many of them the coders found relevant.</param>
public sealed record RuleOutcome(string Rule, bool Says, int Texts, int Relevant);
