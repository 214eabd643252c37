namespace DiscourseLens.Series;

/// <summary>How measures are written, which scorer gives them, and what they are marked with.</summary>
internal static class MeasureTraits
{
    /// <summary>The mark of every number that a classifier gave and no human label corrected.</summary>
    public const string Uncorrected = "uncorrected: not for publication";

    /// <summary>The form in tables, views and outputs.</summary>
    public static string Text(this Measure measure) => measure.ToString().ToLowerInvariant();

    /// <summary>The kind of scorer that gives the measure.</summary>
    public static string Kind(this Measure measure) => measure switch
    {
        Measure.Volume or Measure.Share => "relevance",
        Measure.Sentiment => "sentiment",
        _ => "stance",
    };

    /// <summary>Whether the measure counts a model's labels, which are wrong at an unknown rate.</summary>
    public static bool IsStance(this Measure measure) => measure >= Measure.Favor;

    /// <summary>The mark of all the measure's numbers, or null.</summary>
    public static string? Mark(this Measure measure) => measure.IsStance() ? Uncorrected : null;

    /// <summary>The measures that a kind of scorer gives.</summary>
    public static IReadOnlyList<Measure> Of(string kind) => kind switch
    {
        "relevance" => [Measure.Volume, Measure.Share],
        "sentiment" => [Measure.Sentiment],
        _ => [Measure.Favor, Measure.Against, Measure.Neutral, Measure.Net],
    };
}
