namespace DiscourseLens.Trends.Statistics;

/// <summary>The four parts that a change of a mean is the sum of.</summary>
/// <param name="Within">The same authors said other things.</param>
/// <param name="Between">The same authors wrote more or less.</param>
/// <param name="Entry">Authors came.</param>
/// <param name="Exit">Authors left.</param>
internal readonly record struct DecompositionParts(double Within, double Between, double Entry, double Exit)
{
    /// <summary>Their sum, the change.</summary>
    public double Total => Within + Between + Entry + Exit;

    /// <summary>
    /// Splits m2 - m1. With w_at an author's part of interval t's posts, s_at their mean and S the mean of m1 and m2:
    /// sum over stayers of (w_a1 + w_a2)/2 (s_a2 - s_a1), of ((s_a1 + s_a2)/2 - S)(w_a2 - w_a1), over entrants of
    /// w_a2 (s_a2 - S), less over leavers of w_a1 (s_a1 - S). Griliches and Regev 1995, Journal of Econometrics 65.
    /// </summary>
    /// <returns>The parts; not numbers where an interval has no posts.</returns>
    public static DecompositionParts Of(IReadOnlyList<AuthorPair> authors)
    {
        var (n1, n2, s1, s2) = (0L, 0L, 0.0, 0.0);
        foreach (var author in authors)
            (n1, n2, s1, s2) = (n1 + author.N1, n2 + author.N2, s1 + author.S1, s2 + author.S2);
        var level = (s1 / n1 + s2 / n2) / 2;
        var (within, between, entry, exit) = (0.0, 0.0, 0.0, 0.0);
        foreach (var author in authors)
        {
            var (w1, w2) = ((double)author.N1 / n1, (double)author.N2 / n2);
            if (author.Stays)
            {
                var (m1, m2) = (author.First.Mean, author.Second.Mean);
                within += (w1 + w2) / 2 * (m2 - m1);
                between += ((m1 + m2) / 2 - level) * (w2 - w1);
            }
            else
            {
                entry += author.S2 / n2 - w2 * level;
                exit -= author.S1 / n1 - w1 * level;
            }
        }

        return n1 == 0 || n2 == 0 ? new(double.NaN, double.NaN, double.NaN, double.NaN) : new(within, between, entry, exit);
    }
}
