namespace DiscourseLens.Scoring.Learning;

/// <summary>Finds the temperature at which held-out probabilities say best how often they are right.</summary>
/// <remarks>C. Guo et al. (2017), "On Calibration of Modern Neural Networks", section 4.2.</remarks>
internal static class TemperatureScaling
{
    private const double Coldest = 0.25, Hottest = 4, Golden = 0.6180339887498949;
    private const int Steps = 40;

    /// <summary>The temperature with the least weighted log loss, by golden section.</summary>
    /// <param name="heldOut">Probabilities by row and class.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="weights">How much each row counts.</param>
    public static double Fit(IReadOnlyList<double[]> heldOut, IReadOnlyList<int> labels, IReadOnlyList<double> weights)
    {
        double low = PortableMath.Log(Coldest), high = PortableMath.Log(Hottest);
        for (var step = 0; step < Steps; step++)
        {
            var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
            if (Loss(heldOut, labels, weights, PortableMath.Exp(left)) <= Loss(heldOut, labels, weights, PortableMath.Exp(right)))
                high = right;
            else
                low = left;
        }
        return PortableMath.Exp((low + high) / 2);
    }

    private static double Loss(IReadOnlyList<double[]> heldOut, IReadOnlyList<int> labels, IReadOnlyList<double> weights, double temperature)
    {
        var loss = 0.0;
        for (var i = 0; i < heldOut.Count; i++)
            loss -= weights[i] * PortableMath.Log(Math.Max(Scaled(heldOut[i], temperature)[labels[i]], 1e-300));
        return loss;
    }

    /// <summary>Probabilities at another temperature.</summary>
    public static double[] Scaled(double[] probabilities, double temperature)
    {
        var scores = Array.ConvertAll(probabilities, share => PortableMath.Log(Math.Max(share, 1e-300)) / temperature);
        PortableMath.Softmax(scores);
        return scores;
    }
}
