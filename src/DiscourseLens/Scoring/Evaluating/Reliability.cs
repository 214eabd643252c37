namespace DiscourseLens.Scoring.Evaluating;

/// <summary>A bin of a reliability table.</summary>
/// <param name="From">Least probability of the bin.</param>
/// <param name="To">Greatest probability of the bin; it belongs to the next bin but for the last.</param>
/// <param name="Count">Texts in the bin.</param>
/// <param name="Stated">Their mean stated probability; NaN when the bin is empty.</param>
/// <param name="Observed">The share of them for which the statement was right; NaN when the bin is empty.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double Stated, double Observed);

/// <summary>How far stated probabilities are from what happened.</summary>
/// <param name="Error">
/// Expected calibration error, in [0, 1]: the mean over bins of |observed - stated|, weighted by the bins' weight
/// (Naeini, Cooper and Hauskrecht 2015, equal-width bins); NaN when there are no statements.
/// </param>
/// <param name="Bins">The bins, from 0 to 1.</param>
public sealed record Reliability(double Error, IReadOnlyList<ReliabilityBin> Bins)
{
    /// <summary>The number of equal-width bins.</summary>
    public const int BinCount = 15;

    /// <summary>Of statements with their probability, whether they held, and their weight.</summary>
    public static Reliability Of(IEnumerable<(double Probability, bool Held, double Weight)> statements)
    {
        var counts = new int[BinCount];
        double[] weights = new double[BinCount], stated = new double[BinCount], held = new double[BinCount];
        foreach (var (probability, holds, weight) in statements)
        {
            var bin = Math.Min((int)(probability * BinCount), BinCount - 1);
            counts[bin]++;
            weights[bin] += weight;
            stated[bin] += weight * probability;
            held[bin] += holds ? weight : 0;
        }

        var error = Enumerable.Range(0, BinCount).Sum(bin => Math.Abs(held[bin] - stated[bin])) / weights.Sum();
        return new Reliability(error, [.. Enumerable.Range(0, BinCount).Select(bin => new ReliabilityBin(
            (double)bin / BinCount, (bin + 1d) / BinCount, counts[bin], stated[bin] / weights[bin], held[bin] / weights[bin]))]);
    }
}
