using System.Runtime.Intrinsics;

namespace DiscourseLens.Scoring.Learning;

/// <summary>The penalised loss of multinomial logistic regression, with its gradient, summed in the order of the rows.</summary>
/// <param name="set">Rows whose features are places in the compact space.</param>
/// <param name="classes">How many classes.</param>
/// <param name="penalties">By feature of the compact space.</param>
internal sealed class LogisticLoss(TrainingSet set, int classes, double[] penalties) : IObjective
{
    // The bias is held only so that it stays finite when a class is missing.
    private const double BiasPenalty = 1e-4;

    // Four classes fill a vector: each lane is one class's sum, in the same order and with the same roundings as one by one.
    private const int Lanes = 4;

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
        at.AsSpan(penalties.Length * classes, classes).CopyTo(scores);
        if (classes == Lanes)
            AddLanes(row, at, scores);
        else
            AddEach(row, at, scores);
        PortableMath.Softmax(scores);
        var loss = -weight * PortableMath.Log(Math.Max(scores[label], 1e-300));
        for (var c = 0; c < scores.Length; c++)
            scores[c] = weight * (scores[c] - (c == label ? 1 : 0));
        if (classes == Lanes)
            SpreadLanes(row, gradient, scores);
        else
            SpreadEach(row, gradient, scores);
        var bias = gradient.AsSpan(penalties.Length * classes, classes);
        for (var c = 0; c < scores.Length; c++)
            bias[c] += scores[c];
        return loss;
    }

    private static void AddLanes(FeatureRow row, double[] at, Span<double> scores)
    {
        var sum = Vector256.Create<double>(scores);
        for (var i = 0; i < row.Index.Length; i++)
            sum += Vector256.Create((double)row.Value[i]) * Vector256.Create<double>(at.AsSpan(row.Index[i] * Lanes, Lanes));
        sum.CopyTo(scores);
    }

    private static void SpreadLanes(FeatureRow row, double[] gradient, Span<double> scores)
    {
        var error = Vector256.Create<double>(scores);
        for (var i = 0; i < row.Index.Length; i++)
        {
            var to = gradient.AsSpan(row.Index[i] * Lanes, Lanes);
            (Vector256.Create<double>(to) + (Vector256.Create((double)row.Value[i]) * error)).CopyTo(to);
        }
    }

    private static void AddEach(FeatureRow row, double[] at, Span<double> scores)
    {
        for (var i = 0; i < row.Index.Length; i++)
        {
            var from = at.AsSpan(row.Index[i] * scores.Length, scores.Length);
            for (var c = 0; c < scores.Length; c++)
                scores[c] += row.Value[i] * from[c];
        }
    }

    private static void SpreadEach(FeatureRow row, double[] gradient, Span<double> scores)
    {
        for (var i = 0; i < row.Index.Length; i++)
        {
            var to = gradient.AsSpan(row.Index[i] * scores.Length, scores.Length);
            for (var c = 0; c < scores.Length; c++)
                to[c] += row.Value[i] * scores[c];
        }
    }
}
