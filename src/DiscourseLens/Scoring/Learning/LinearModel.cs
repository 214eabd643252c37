namespace DiscourseLens.Scoring.Learning;

/// <summary>The weights of a linear model, a row of classes for each feature.</summary>
/// <param name="Classes">How many classes.</param>
/// <param name="Weights">By feature, then class.</param>
/// <param name="Bias">By class.</param>
internal sealed record LinearModel(int Classes, double[] Weights, double[] Bias)
{
    /// <summary>The score of each class.</summary>
    public double[] Score(FeatureRow row)
    {
        var scores = (double[])Bias.Clone();
        for (var i = 0; i < row.Index.Length; i++)
        {
            var from = row.Index[i] * Classes;
            for (var c = 0; c < Classes; c++)
                scores[c] += row.Value[i] * Weights[from + c];
        }
        return scores;
    }

    /// <summary>The probability of each class.</summary>
    public double[] Probabilities(FeatureRow row)
    {
        var scores = Score(row);
        PortableMath.Softmax(scores);
        return scores;
    }
}
