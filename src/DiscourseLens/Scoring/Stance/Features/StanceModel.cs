using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>A trained stance model.</summary>
/// <param name="Text">The first stage, over a text's words.</param>
/// <param name="Context">The second stage, over <see cref="ContextFeatures"/>.</param>
/// <param name="Temperature">What scores are divided by before they become probabilities; above 0.</param>
/// <param name="FavorPoint">The operating point of favor: what is added to its score then.</param>
/// <param name="AgainstPoint">That of against.</param>
internal sealed record StanceModel(CompactModel Text, LinearModel Context, double Temperature, double FavorPoint, double AgainstPoint)
{
    private const int Favor = 0, Against = 1;

    /// <summary>The probabilities of favor, against and neutral of a relevant text.</summary>
    public double[] Probabilities(float[] features)
    {
        var scores = Array.ConvertAll(Context.Score(new FeatureRow([.. Enumerable.Range(0, features.Length)], features)), score => score / Temperature);
        scores[Favor] += FavorPoint;
        scores[Against] += AgainstPoint;
        PortableMath.Softmax(scores);
        return scores;
    }
}
