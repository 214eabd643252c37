namespace DiscourseLens.Series;

/// <summary>
/// Adds up numbers, keeping what a double loses (Neumaier 1974, the sum that SQLite's own <c>sum()</c> takes), so that the order of adding
/// hardly ever shows.
/// </summary>
internal struct ExactSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum.</summary>
    public readonly double Value => _sum + _lost;

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        var sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}
