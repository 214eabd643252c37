using MathNet.Numerics.LinearAlgebra;

namespace DiscourseLens.Trends.Statistics;

/// <summary>
/// Least squares of an <see cref="EventDesign"/> whose errors drift as an AR(1) process, rho^|i - j| between buckets, in the part
/// of their variance that is no error of measurement.
/// Residuals of a fitted line look less correlated than the errors were, so rho is corrected: it is the one under which the
/// expected lag-1 ratio of the residuals, tr(M L M S(rho)) / tr(M S(rho)), is the one seen.
/// </summary>
internal sealed class AutocorrelatedFit
{
    private const double Lowest = -0.6;
    private const double Highest = 0.96;
    private const int Cells = 52;
    private readonly double[][] _solver;
    private readonly double[][] _design;
    private readonly bool[] _follows;
    private readonly double[] _ratios = new double[Cells + 1];
    private readonly double[] _scales = new double[Cells + 1];
    private readonly double[][] _variances = [new double[Cells + 1], new double[Cells + 1]];

    /// <summary>Prepares a design, so that many series can be fitted to it.</summary>
    public AutocorrelatedFit(EventDesign design)
    {
        Design = design;
        _solver = design.Solver.ToRowArrays();
        _design = design.X.ToRowArrays();
        _follows = design.Times.Select((time, at) => at > 0 && time == design.Times[at - 1] + 1).ToArray();
        var residual = Matrix<double>.Build.DenseIdentity(design.Times.Count) - design.X * design.Solver;
        var lagged = residual * Lag() * residual;
        for (var cell = 0; cell <= Cells; cell++)
        {
            var errors = Errors(Rho(cell));
            _scales[cell] = residual.PointwiseMultiply(errors).ColumnSums().Sum();
            _ratios[cell] = lagged.PointwiseMultiply(errors).ColumnSums().Sum() / _scales[cell];
            for (var effect = 0; effect < 2; effect++)
            {
                var row = design.Solver.Row(EventDesign.Step + effect);
                _variances[effect][cell] = row * errors * row;
            }
        }
    }

    /// <summary>The design.</summary>
    public EventDesign Design { get; }

    /// <summary>Fits a series divided by its standard deviations.</summary>
    public FittedEvent Of(ReadOnlySpan<double> standardised)
    {
        var residuals = new double[standardised.Length];
        var coefficients = new double[EventDesign.Columns];
        for (var column = 0; column < coefficients.Length; column++)
        {
            for (var at = 0; at < residuals.Length; at++)
                coefficients[column] += _solver[column][at] * standardised[at];
        }

        var (squares, products) = (0.0, 0.0);
        for (var at = 0; at < residuals.Length; at++)
        {
            residuals[at] = standardised[at];
            for (var column = 0; column < coefficients.Length; column++)
                residuals[at] -= _design[at][column] * coefficients[column];
            squares += residuals[at] * residuals[at];
            products += _follows[at] ? residuals[at] * residuals[at - 1] : 0;
        }

        var place = squares > 0 ? Place(products / squares) : Place(0);
        var scale = squares / Between(_scales, place);
        return new(
            coefficients, residuals, Lowest + place * (Highest - Lowest) / Cells, scale,
            Math.Sqrt(scale * Between(_variances[0], place)), Math.Sqrt(scale * Between(_variances[1], place)));
    }

    /// <summary>Standard error of an effect under known errors of unit variance.</summary>
    public double StandardError(int column, double rho) =>
        Math.Sqrt(Between(_variances[column - EventDesign.Step], (Math.Clamp(rho, Lowest, Highest) - Lowest) * Cells / (Highest - Lowest)));

    /// <summary>Covariance of standardised errors of unit variance.</summary>
    public Matrix<double> Errors(double rho)
    {
        var times = Design.Times;
        return Matrix<double>.Build.Dense(times.Count, times.Count, (row, column) => row == column
            ? 1
            : Design.Drift[row] * Design.Drift[column] * Math.Pow(rho, Math.Abs(times[row] - times[column])));
    }

    private static double Rho(int cell) => Lowest + cell * (Highest - Lowest) / Cells;

    private static double Between(double[] values, double place)
    {
        var below = Math.Min((int)place, Cells - 1);
        return values[below] + (place - below) * (values[below + 1] - values[below]);
    }

    // The ratios rise with rho; a ratio beyond either end is taken for that end.
    private double Place(double ratio)
    {
        if (ratio <= _ratios[0])
            return 0;
        for (var cell = 1; cell <= Cells; cell++)
        {
            if (ratio <= _ratios[cell])
                return cell - 1 + (ratio - _ratios[cell - 1]) / (_ratios[cell] - _ratios[cell - 1]);
        }

        return Cells;
    }

    private Matrix<double> Lag() => Matrix<double>.Build.Dense(_follows.Length, _follows.Length, (row, column) =>
        (row == column + 1 && _follows[row]) || (column == row + 1 && _follows[column]) ? 0.5 : 0);
}
