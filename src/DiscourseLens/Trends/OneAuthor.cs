using System.Globalization;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends;

/// <summary>Says where a number may well be one person's.</summary>
internal static class OneAuthor
{
    private const double Much = 0.2;

    /// <summary>The words, for example "one author wrote 53 % of the posts of B"; null where nobody wrote so much, or it is not known.</summary>
    /// <param name="concentration">Of the posts; null where not known.</param>
    /// <param name="whose">Which posts: "of B", "in 2023-05".</param>
    public static string? Wrote(Concentration? concentration, string whose) => concentration is { TopShare: >= Much and var part }
        ? string.Create(CultureInfo.InvariantCulture, $"one author wrote {100 * part:0} % of the posts {whose}")
        : null;
}
