namespace DiscourseLens.Scoring.Learning;

/// <summary>A linear model as it is kept: hashed weights in a byte each, dense ones as they are.</summary>
/// <remarks>Sums of bytes are exact, so a score does not depend on the order of its features.</remarks>
internal sealed class CompactModel
{
    private const double LargestByte = 127;

    /// <summary>From its parts, as read from a file.</summary>
    /// <param name="classes">How many classes.</param>
    /// <param name="hashed">By feature, then class.</param>
    /// <param name="scales">By block, then class: what a step of a byte is worth.</param>
    /// <param name="dense">By feature, then class.</param>
    /// <param name="bias">By class.</param>
    public CompactModel(int classes, sbyte[] hashed, float[] scales, float[] dense, float[] bias) =>
        (Classes, Hashed, Scales, Dense, Bias) = (classes, hashed, scales, dense, bias);

    /// <summary>How many classes.</summary>
    public int Classes { get; }

    /// <summary>Hashed weights, by feature, then class.</summary>
    public sbyte[] Hashed { get; }

    /// <summary>What a step of a byte is worth, by block, then class.</summary>
    public float[] Scales { get; }

    /// <summary>Dense weights, by feature, then class.</summary>
    public float[] Dense { get; }

    /// <summary>By class.</summary>
    public float[] Bias { get; }

    /// <summary>Rounds a trained model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="hashed">The hashed blocks, which come first.</param>
    public static CompactModel From(LinearModel model, IReadOnlyList<FeatureBlock> hashed)
    {
        var classes = model.Classes;
        var end = hashed[^1].Start + hashed[^1].Length;
        var (bytes, scales) = (new sbyte[end * classes], new float[hashed.Count * classes]);
        for (var b = 0; b < hashed.Count; b++)
        {
            for (var c = 0; c < classes; c++)
                scales[(b * classes) + c] = Round(model, hashed[b], c, bytes);
        }
        return new CompactModel(classes, bytes, scales, Array.ConvertAll(model.Weights[(end * classes)..], weight => (float)weight),
            Array.ConvertAll(model.Bias, weight => (float)weight));
    }

    /// <summary>The score of each class.</summary>
    public void Score(HashedFeatures features, ReadOnlySpan<float> dense, Span<double> scores)
    {
        for (var c = 0; c < Classes; c++)
            scores[c] = Bias[c];
        Span<int> sums = stackalloc int[Classes];
        var from = 0;
        for (var b = 0; b < features.Ends.Count; b++)
        {
            sums.Clear();
            var block = features.Buckets[from..features.Ends[b]];
            foreach (var bucket in block)
            {
                var weights = Hashed.AsSpan(bucket * Classes, sums.Length);
                for (var c = 0; c < sums.Length; c++)
                    sums[c] += weights[c];
            }
            for (var c = 0; c < Classes && block.Length > 0; c++)
                scores[c] += sums[c] * Scales[(b * Classes) + c] / Math.Sqrt(block.Length);
            from = features.Ends[b];
        }
        for (var i = 0; i < dense.Length; i++)
        {
            if (dense[i] == 0)
                continue;
            for (var c = 0; c < Classes; c++)
                scores[c] += dense[i] * Dense[(i * Classes) + c];
        }
    }

    private static float Round(LinearModel model, FeatureBlock block, int c, sbyte[] bytes)
    {
        var most = 0.0;
        for (var i = block.Start; i < block.Start + block.Length; i++)
            most = Math.Max(most, Math.Abs(model.Weights[(i * model.Classes) + c]));
        var scale = (float)(most / LargestByte);
        if (scale == 0)
            return 0;
        for (var i = block.Start; i < block.Start + block.Length; i++)
            bytes[(i * model.Classes) + c] = (sbyte)Math.Round(model.Weights[(i * model.Classes) + c] / scale);
        return scale;
    }
}
