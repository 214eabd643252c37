namespace DiscourseLens.Trends.Statistics;

/// <summary>A fitted interrupted series.</summary>
/// <param name="Coefficients">In the order of <see cref="EventDesign"/>'s columns.</param>
/// <param name="Residuals">Of the standardised series.</param>
/// <param name="Rho">Lag-1 autocorrelation of the errors, corrected.</param>
/// <param name="Scale">Variance of the standardised errors; 1 where the variances given were right.</param>
/// <param name="StepError">Standard error of the step.</param>
/// <param name="SlopeError">Standard error of the change of the trend.</param>
internal sealed record FittedEvent(
    double[] Coefficients, double[] Residuals, double Rho, double Scale, double StepError, double SlopeError)
{
    /// <summary>The effects over their standard errors: step, change of the trend.</summary>
    public (double Step, double Slope) Ratios => (
        Over(Coefficients[EventDesign.Step], StepError), Over(Coefficients[EventDesign.Slope], SlopeError));

    private static double Over(double effect, double error) => error > 0 ? effect / error : 0;
}
