namespace DiscourseLens.Scoring.Stance;

/// <summary>What asking a model cost.</summary>
/// <param name="Requests">Requests sent.</param>
/// <param name="InputTokens">Tokens read, as the model counted them.</param>
/// <param name="OutputTokens">Tokens written, as the model counted them.</param>
/// <param name="CostMicros">Price in millionths of the currency the prices are set in.</param>
public readonly record struct ModelUsage(long Requests, long InputTokens, long OutputTokens, long CostMicros)
{
    /// <summary>The sum of two.</summary>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right) => new(
        left.Requests + right.Requests, left.InputTokens + right.InputTokens,
        left.OutputTokens + right.OutputTokens, left.CostMicros + right.CostMicros);
}
