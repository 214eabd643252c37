namespace DiscourseLens.Scoring.Sentiment;

/// <summary>How sentiment is scored; the section <c>Scoring:Sentiment</c> of the settings. Part of the scorer's version.</summary>
public sealed record SentimentOptions
{
    /// <summary>The reference's numbers, or those with its fault repaired.</summary>
    public SentimentMode Mode { get; init; } = SentimentMode.Reference;

    /// <summary>A file of changes to the lexicon, see <see cref="UserLexicon"/>; empty for none.</summary>
    public string Lexicon { get; init; } = "";
}
