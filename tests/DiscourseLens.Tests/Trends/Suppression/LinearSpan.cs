namespace DiscourseLens.Tests.Trends.Suppression;

/// <summary>What can be had from some vectors by adding and subtracting multiples of them (Gauss's elimination).</summary>
internal sealed class LinearSpan
{
    private readonly List<double[]> _rows = [];

    public LinearSpan(IEnumerable<double[]> vectors)
    {
        foreach (var vector in vectors)
        {
            var rest = Reduced(vector);
            if (Array.FindIndex(rest, value => Math.Abs(value) > 1e-9) is >= 0 and var at)
                _rows.Add(rest.Select(value => value / rest[at]).ToArray());
        }
    }

    public bool Holds(double[] vector) => Reduced(vector).All(value => Math.Abs(value) < 1e-9);

    private double[] Reduced(double[] vector)
    {
        var rest = vector.ToArray();
        foreach (var row in _rows)
        {
            var factor = rest[Array.FindIndex(row, value => Math.Abs(value) > 1e-9)];
            for (var i = 0; i < rest.Length; i++)
                rest[i] -= factor * row[i];
        }

        return rest;
    }
}
