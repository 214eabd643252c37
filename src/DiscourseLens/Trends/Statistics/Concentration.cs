using DiscourseLens.Series;

namespace DiscourseLens.Trends.Statistics;

/// <summary>How far a number rests on few authors. Posts of unknown authors count as one author each.</summary>
/// <param name="EffectiveAuthors">1 / sum_a w_a^2, w_a an author's part of the posts: 1 to the number of authors.</param>
/// <param name="TopShare">Part of the posts that the author with most wrote, 0 to 1.</param>
/// <param name="TopTenShare">Part of the posts that the ten authors with most wrote, 0 to 1.</param>
/// <param name="LeaveOneOut">How far the measure moves at most when one author's posts are left out, in its unit; as told, a bound.</param>
public sealed record Concentration(double EffectiveAuthors, double TopShare, double TopTenShare, double? LeaveOneOut)
{
    /// <summary>The concentration of an interval's posts; null where there are none.</summary>
    /// <param name="measure">What is measured: any measure; of stance, the values are those of its share.</param>
    /// <param name="authors">Clusters of the interval.</param>
    /// <param name="read">Posts read, for shares.</param>
    internal static Concentration? Of(Measure measure, IEnumerable<AuthorSum> authors, long read)
    {
        var said = authors.Where(author => author.N > 0).ToList();
        var n = said.Sum(author => author.N);
        if (n == 0)
            return null;
        var counts = said.Select(author => author.N).OrderDescending().ToList();
        var squares = counts.Sum(count => (double)count * count);
        return new(
            (double)n * n / squares, counts[0] / (double)n, counts.Take(10).Sum() / (double)n,
            measure switch
            {
                Measure.Volume => counts[0],
                Measure.Share => read > 0 ? counts[0] / (double)read : null,
                _ => Shift(said),
            });
    }

    /// <summary>As above, of a mean or share of stance too; by authors, the shift is that of the mean of authors' means.</summary>
    internal static Concentration? Of(Measure measure, Weighting weight, IReadOnlyList<AuthorSum> authors, long read)
    {
        var posts = Of(measure, authors, read);
        return posts is null || weight == Weighting.Post
            ? posts
            : posts with { LeaveOneOut = Shift(authors.Where(author => author.N > 0).Select(author => new AuthorSum(author.Cluster, 1, author.Mean)).ToList()) };
    }

    /// <summary>
    /// The same as it may be told. With part w of the posts, an author of mean m_a moves the mean m by |m_a - m| w/(1 - w): the shift would give
    /// that mean away. So it is told as a bound, in steps that a mean half a unit higher moves; of labels, which are few, not at all.
    /// </summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="weight">Whether posts or authors count.</param>
    /// <param name="clusters">Clusters of the interval, two at least.</param>
    internal Concentration Coarse(Measure measure, Weighting weight, int clusters) => new(
        Math.Round(EffectiveAuthors, 1), Math.Round(TopShare, 3), Math.Round(TopTenShare, 3),
        measure.IsStance() ? null
        : measure == Measure.Sentiment && LeaveOneOut is { } shift ? TwoDigits(Bound(shift, weight == Weighting.Post ? TopShare : 1.0 / clusters))
        : LeaveOneOut is { } part ? TwoDigits(part) : null);

    private static double Bound(double shift, double heaviest)
    {
        var step = heaviest / (1 - heaviest) / 2;
        return step * Math.Max(1, Math.Ceiling((shift / step) - 1e-9));
    }

    private static double TwoDigits(double value)
    {
        if (value == 0)
            return 0;
        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(value)), 0, 9);
        return Math.Round(value, decimals);
    }

    private static double? Shift(List<AuthorSum> authors)
    {
        if (authors.Count < 2)
            return null;
        var (n, sum) = (authors.Sum(author => author.N), authors.Sum(author => author.Sum));
        return authors.Max(author => Math.Abs((sum - author.Sum) / (n - author.N) - sum / n));
    }
}
