namespace DiscourseLens.Trends.Statistics;

/// <summary>Weighted squares around the weighted mean of any stretch of a series, in constant time.</summary>
internal sealed class SegmentCost
{
    private readonly double[] _weights;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly double _middle;

    /// <summary>Takes running sums.</summary>
    public SegmentCost(IReadOnlyList<SeriesPoint> points)
    {
        (_weights, _sums, _squares) = (new double[points.Count + 1], new double[points.Count + 1], new double[points.Count + 1]);
        _middle = points.Count == 0 ? 0 : points.Average(point => point.Value); // keeps the squares small
        for (var at = 0; at < points.Count; at++)
        {
            var (value, weight) = (points[at].Value - _middle, 1 / points[at].Variance);
            _weights[at + 1] = _weights[at] + weight;
            _sums[at + 1] = _sums[at] + weight * value;
            _squares[at + 1] = _squares[at] + weight * value * value;
        }
    }

    /// <summary>sum (y - mean)^2 / V over points [from, until).</summary>
    public double Of(int from, int until)
    {
        var sum = _sums[until] - _sums[from];
        return _squares[until] - _squares[from] - sum * sum / (_weights[until] - _weights[from]);
    }

    /// <summary>Weighted mean of points [from, until).</summary>
    public double Mean(int from, int until) => _middle + (_sums[until] - _sums[from]) / (_weights[until] - _weights[from]);
}
