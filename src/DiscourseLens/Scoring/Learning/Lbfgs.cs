namespace DiscourseLens.Scoring.Learning;

/// <summary>Makes a smooth convex function least.</summary>
/// <remarks>
/// L-BFGS: J. Nocedal and S. Wright, "Numerical Optimization", algorithms 7.4 and 7.5, with a backtracking line search. All sums
/// run in one fixed order.
/// </remarks>
internal static class Lbfgs
{
    private const int History = 7;
    private const double SufficientDecrease = 1e-4, Shrink = 0.5, SmallestStep = 1e-10;

    /// <summary>The place of the least value, from 0 on.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="tolerance">Stops when the gradient's length is this share of the first one's.</param>
    /// <param name="iterations">Stops after so many steps.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public static double[] Minimise(IObjective objective, double tolerance, int iterations, CancellationToken cancellationToken)
    {
        var (at, gradient) = (new double[objective.Size], new double[objective.Size]);
        var value = objective.Evaluate(at, gradient);
        var goal = tolerance * Math.Sqrt(Dot(gradient, gradient));
        var past = new Queue<(double[] Step, double[] Change, double Curvature)>();
        for (var i = 0; i < iterations && Math.Sqrt(Dot(gradient, gradient)) > goal; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var direction = Direction(gradient, [.. past]);
            var slope = Dot(direction, gradient);
            var step = past.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient))) : 1;
            var (next, nextGradient) = (new double[at.Length], new double[at.Length]);
            double nextValue;
            while (true)
            {
                for (var j = 0; j < at.Length; j++)
                    next[j] = at[j] + (step * direction[j]);
                nextValue = objective.Evaluate(next, nextGradient);
                if (nextValue <= value + (SufficientDecrease * step * slope))
                    break;
                if ((step *= Shrink) < SmallestStep)
                    return at;
            }
            Remember(past, at, next, gradient, nextGradient);
            (at, gradient, value) = (next, nextGradient, nextValue);
        }
        return at;
    }

    private static void Remember(
        Queue<(double[] Step, double[] Change, double Curvature)> past, double[] at, double[] next, double[] was, double[] gradient)
    {
        var (step, change) = (new double[at.Length], new double[at.Length]);
        for (var j = 0; j < at.Length; j++)
            (step[j], change[j]) = (next[j] - at[j], gradient[j] - was[j]);
        var curvature = Dot(step, change);
        if (curvature <= 0)
            return;
        if (past.Count == History)
            past.Dequeue();
        past.Enqueue((step, change, curvature));
    }

    private static double[] Direction(double[] gradient, (double[] Step, double[] Change, double Curvature)[] past)
    {
        var direction = Array.ConvertAll(gradient, slope => -slope);
        var shares = new double[past.Length];
        for (var k = past.Length - 1; k >= 0; k--)
        {
            shares[k] = Dot(past[k].Step, direction) / past[k].Curvature;
            AddTo(direction, -shares[k], past[k].Change);
        }
        if (past.Length > 0)
        {
            var scale = past[^1].Curvature / Dot(past[^1].Change, past[^1].Change);
            foreach (ref var part in direction.AsSpan())
                part *= scale;
        }
        for (var k = 0; k < past.Length; k++)
            AddTo(direction, shares[k] - (Dot(past[k].Change, direction) / past[k].Curvature), past[k].Step);
        return direction;
    }

    private static void AddTo(double[] sum, double factor, double[] vector)
    {
        for (var j = 0; j < sum.Length; j++)
            sum[j] += factor * vector[j];
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var j = 0; j < left.Length; j++)
            sum += left[j] * right[j];
        return sum;
    }
}
