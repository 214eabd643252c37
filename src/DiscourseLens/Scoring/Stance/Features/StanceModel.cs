using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>A trained stance model.</summary>
/// <param name="Text">The first stage, over a text's words.</param>
/// <param name="Context">The second stage, over <see cref="ContextFeatures"/>.</param>
/// <param name="Temperature">What scores are divided by before they become probabilities; above 0.</param>
internal sealed record StanceModel(CompactModel Text, LinearModel Context, double Temperature)
{
    /// <summary>The probabilities of favor, against and neutral of a relevant text.</summary>
    public double[] Probabilities(float[] features)
    {
        var scores = Array.ConvertAll(Context.Score(new FeatureRow([.. Enumerable.Range(0, features.Length)], features)), score => score / Temperature);
        PortableMath.Softmax(scores);
        return scores;
    }
}
