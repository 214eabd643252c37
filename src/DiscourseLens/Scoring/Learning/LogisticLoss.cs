namespace DiscourseLens.Scoring.Learning;

/// <summary>The penalised loss of multinomial logistic regression, with its gradient, summed in the order of the rows.</summary>
/// <param name="set">Rows whose features are places in the compact space.</param>
/// <param name="classes">How many classes.</param>
/// <param name="penalties">By feature of the compact space.</param>
internal sealed class LogisticLoss(TrainingSet set, int classes, double[] penalties) : IObjective
{
    // The bias is held only so that it stays finite when a class is missing.
    private const double BiasPenalty = 1e-4;

    private readonly double[] _scores = new double[classes];

    /// <inheritdoc/>
    public int Size => (penalties.Length + 1) * classes;

    /// <inheritdoc/>
    public double Evaluate(double[] at, double[] gradient)
    {
        var loss = Penalise(at, gradient);
        for (var i = 0; i < set.Rows.Count; i++)
            loss += Add(set.Rows[i], set.Labels[i], set.Weights[i], at, gradient);
        return loss;
    }

    private double Penalise(double[] at, double[] gradient)
    {
        var loss = 0.0;
        for (var feature = 0; feature <= penalties.Length; feature++)
        {
            var penalty = feature < penalties.Length ? penalties[feature] : BiasPenalty;
            for (var i = feature * classes; i < (feature + 1) * classes; i++)
            {
                gradient[i] = penalty * at[i];
                loss += 0.5 * penalty * at[i] * at[i];
            }
        }
        return loss;
    }

    private double Add(FeatureRow row, int label, double weight, double[] at, double[] gradient)
    {
        var scores = _scores.AsSpan();
        var (index, value) = (row.Index, row.Value);
        at.AsSpan(penalties.Length * classes, classes).CopyTo(scores);
        for (var i = 0; i < index.Length; i++)
        {
            var from = at.AsSpan(index[i] * classes, scores.Length);
            for (var c = 0; c < scores.Length; c++)
                scores[c] += value[i] * from[c];
        }
        PortableMath.Softmax(scores);
        var loss = -weight * PortableMath.Log(Math.Max(scores[label], 1e-300));
        for (var c = 0; c < scores.Length; c++)
            scores[c] = weight * (scores[c] - (c == label ? 1 : 0));
        for (var i = 0; i < index.Length; i++)
        {
            var to = gradient.AsSpan(index[i] * classes, scores.Length);
            for (var c = 0; c < scores.Length; c++)
                to[c] += value[i] * scores[c];
        }
        var bias = gradient.AsSpan(penalties.Length * classes, classes);
        for (var c = 0; c < scores.Length; c++)
            bias[c] += scores[c];
        return loss;
    }
}
