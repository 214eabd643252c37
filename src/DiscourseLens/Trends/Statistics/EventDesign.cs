using MathNet.Numerics.LinearAlgebra;

namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// The regression of an interrupted series: level, trend, step at the event and change of the trend from it on,
/// y_t = b0 + b1 t + b2 1(t >= T) + b3 (t - T)+ + e_t, each row divided by its standard deviation.
/// </summary>
internal sealed class EventDesign
{
    /// <summary>Columns of the regression.</summary>
    public const int Columns = 4;

    /// <summary>Column of the step.</summary>
    public const int Step = 2;

    /// <summary>Column of the change of the trend, per bucket.</summary>
    public const int Slope = 3;

    /// <summary>Fewest points on either side of an event: two make a line, three leave something to doubt it by.</summary>
    public const int FewestBeside = 3;

    /// <summary>Makes the design.</summary>
    /// <param name="times">Bucket numbers, rising.</param>
    /// <param name="deviations">Standard deviation of each point, above zero.</param>
    /// <param name="eventTime">First bucket after the event.</param>
    /// <param name="drift">Part of each point's variance that carries over to its neighbours, 0 to 1; all of it when null.</param>
    /// <exception cref="ArgumentException">There are too few points before or after the event.</exception>
    public EventDesign(IReadOnlyList<int> times, IReadOnlyList<double> deviations, int eventTime, IReadOnlyList<double>? drift = null)
    {
        var before = times.Count(time => time < eventTime);
        if (before < FewestBeside || times.Count - before < FewestBeside)
        {
            throw new ArgumentException(
                $"{before} points before the event and {times.Count - before} from it on; each side needs {FewestBeside} or more.", nameof(eventTime));
        }

        Times = times;
        EventTime = eventTime;
        Deviations = deviations;
        Drift = (drift ?? Enumerable.Repeat(1.0, times.Count)).Select(Math.Sqrt).ToArray();
        X = Matrix<double>.Build.Dense(times.Count, Columns, (row, column) => Cell(times[row] - eventTime, column) / deviations[row]);
        Inverse = X.TransposeThisAndMultiply(X).Inverse();
        Solver = Inverse.TransposeAndMultiply(X);
    }

    /// <summary>Bucket numbers.</summary>
    public IReadOnlyList<int> Times { get; }

    /// <summary>First bucket after the event.</summary>
    public int EventTime { get; }

    /// <summary>Standard deviation of each point.</summary>
    public IReadOnlyList<double> Deviations { get; }

    /// <summary>Square root of the part of each point's variance that carries over to its neighbours; the rest is each point's own.</summary>
    public IReadOnlyList<double> Drift { get; }

    /// <summary>The standardised design, points by columns.</summary>
    public Matrix<double> X { get; }

    /// <summary>(X'X)^-1.</summary>
    public Matrix<double> Inverse { get; }

    /// <summary>(X'X)^-1 X', columns by points.</summary>
    public Matrix<double> Solver { get; }

    /// <summary>Whether an event at a bucket leaves points enough on both sides.</summary>
    public static bool Admits(IReadOnlyList<int> times, int eventTime)
    {
        var before = times.Count(time => time < eventTime);
        return before >= FewestBeside && times.Count - before >= FewestBeside;
    }

    private static double Cell(int since, int column) => column switch
    {
        0 => 1,
        1 => since,
        Step => since >= 0 ? 1 : 0,
        _ => Math.Max(0, since),
    };
}
