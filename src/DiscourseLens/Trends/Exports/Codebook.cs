using DiscourseLens.Series;

namespace DiscourseLens.Trends.Exports;

/// <summary>What measures, columns and states mean, in the words that travel with the numbers.</summary>
public static class Codebook
{
    /// <summary>What a measure says.</summary>
    public static string Meaning(Measure measure) => measure switch
    {
        Measure.Volume => "Number of posts relevant for the target.",
        Measure.Share => "Relevant posts per post read, relevant or not.",
        Measure.Sentiment => "Mean compound sentiment (VADER) of the scored relevant posts. It is tone, not stance.",
        Measure.Favor => "Share of the scored relevant posts that a model labels as in favor of psychedelic therapy; not corrected for its errors.",
        Measure.Against => "Share of the scored relevant posts that a model labels as against psychedelic therapy; not corrected for its errors.",
        Measure.Neutral => "Share of the scored relevant posts that a model labels as neutral, mixed or unclear; not corrected for its errors.",
        _ => "Share in favor minus share against, by a model; not corrected for its errors.",
    };

    /// <summary>The unit and range of a measure.</summary>
    public static string Unit(Measure measure) => measure switch
    {
        Measure.Volume => "posts",
        Measure.Sentiment => "compound score, -1 to 1",
        Measure.Net => "difference of shares, -1 to 1",
        _ => "share, 0 to 1",
    };

    /// <summary>What a state says; the first that fits stands.</summary>
    public static string State(BucketState state, int provisionalDays) => state switch
    {
        BucketState.Missing => "Nothing was covered, and no post was read, or the texts of all had expired before the scorer in use came: nothing is known.",
        BucketState.Partial => "Covered in part: counts are too low by an unknown amount.",
        BucketState.Provisional => $"Some day was last looked at less than {provisionalDays} days after its end: numbers may still change.",
        BucketState.Zero => "Covered in full, and nobody wrote about it: volume is 0, means and shares have no value.",
        _ => "Covered in full, with posts.",
    };

    /// <summary>The columns of an answer as CSV, and what they hold.</summary>
    internal static IEnumerable<(string Name, string Meaning)> Columns(TrendQuery query) =>
        TrendCsv.Header(query).Split(',').Select(name => (name, Column(name)));

    private static string Column(string name) => name switch
    {
        "series" => "The compared value.",
        "start" => "First instant of the bucket, UTC.",
        "end" => "First instant after it, UTC.",
        "state" => "What may be read into the bucket.",
        "coverage" => "Covered part of the bucket, 0 to 1.",
        "n" => "Posts; below the limit shown as such.",
        "authors" => "Known authors; below the limit shown as such.",
        "value" => "The measure; empty where unknown or suppressed.",
        "low" => "Lower end of the 95 % interval; empty where there is none.",
        "high" => "Upper end of the 95 % interval; empty where there is none.",
        "mark" => "A warning that must stay with the number.",
        "effective_authors" => "As many equally busy authors would give the same variance.",
        "top_author_share" => "Part of the posts by the author with most.",
        "top_10_authors_share" => "Part of the posts by the ten authors with most.",
        _ => "How far the measure moves at most when one author is left out.",
    };
}
