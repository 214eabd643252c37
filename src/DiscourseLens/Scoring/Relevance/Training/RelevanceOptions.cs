namespace DiscourseLens.Scoring.Relevance.Training;

/// <summary>How the relevance model is trained. Part of the model file.</summary>
internal sealed record RelevanceOptions
{
    /// <summary>The penalty of word sequences.</summary>
    public double Words { get; init; } = 3;

    /// <summary>The penalty of letter sequences.</summary>
    public double Letters { get; init; } = 3;

    /// <summary>The penalty of the terms that matched.</summary>
    public double Terms { get; init; } = 3;

    /// <summary>The penalty of which rule fitted: little, so that the priors hold.</summary>
    public double Rules { get; init; } = 0.1;

    /// <summary>The penalty of what else the rules found and of signals.</summary>
    public double Dense { get; init; } = 2;

    /// <summary>Features of fewer texts are left out.</summary>
    public int FewestTexts { get; init; } = 3;

    /// <summary>What a seed counts that was written where the rules go wrong.</summary>
    public double Boundary { get; init; } = 3;

    /// <summary>Folds of cross-validation.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>The share of relevant posts that probabilities assume, by rule: seeds were written to their labels, so theirs say nothing of life.</summary>
    public IReadOnlyDictionary<string, double> Priors { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        [RelevanceRules.Together] = 0.75,
        [RelevanceRules.Nearby] = 0.5,
        [RelevanceRules.Mild] = 0.5,
        [RelevanceRules.InheritParent] = 0.7,
        [RelevanceRules.InheritRoot] = 0.7,
        [RelevanceRules.Community] = 0.7,
        [RelevanceRules.Apart] = 0.3,
        [RelevanceRules.Hint] = 0.3,
        [RelevanceRules.Substance] = 0.15,
        [RelevanceRules.Drifted] = 0.35,
    };

    /// <summary>How far from a rule's prior the model may lead; half, as seeds are not posts.</summary>
    public double Trust { get; init; } = 0.5;

    /// <summary>The options as the model file keeps them; priors and trust are part of its calibration.</summary>
    public IReadOnlyDictionary<string, double> ToSettings() => new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["words"] = Words,
        ["letters"] = Letters,
        ["terms"] = Terms,
        ["rules"] = Rules,
        ["dense"] = Dense,
        ["fewest_texts"] = FewestTexts,
        ["boundary"] = Boundary,
        ["folds"] = Folds,
    };
}
