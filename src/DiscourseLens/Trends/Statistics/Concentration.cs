using DiscourseLens.Series;

namespace DiscourseLens.Trends.Statistics;

/// <summary>How far a number rests on few authors. Posts of unknown authors count as one author each.</summary>
/// <param name="EffectiveAuthors">1 / sum_a w_a^2, w_a an author's part of the posts: 1 to the number of authors.</param>
/// <param name="TopShare">Part of the posts that the author with most wrote, 0 to 1.</param>
/// <param name="TopTenShare">Part of the posts that the ten authors with most wrote, 0 to 1.</param>
/// <param name="LeaveOneOut">How far the measure moves at most when one author's posts are left out, in its unit.</param>
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
    /// The same in few digits: with all of them, an author's part and the shift would give that author's mean away.
    /// </summary>
    internal Concentration Coarse() => new(
        Math.Round(EffectiveAuthors, 1), Math.Round(TopShare, 3), Math.Round(TopTenShare, 3), LeaveOneOut is { } shift ? TwoDigits(shift) : null);

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
