namespace DiscourseLens.Benchmarks;

/// <summary>Some seconds of scoring texts one after the other.</summary>
/// <param name="Count">Texts scored.</param>
/// <param name="Bytes">Their UTF-8 bytes.</param>
/// <param name="Seconds">CPU seconds of the whole process.</param>
internal sealed record Round(long Count, long Bytes, double Seconds)
{
    /// <summary>Texts a CPU second.</summary>
    public double TextsPerSecond => Count / Seconds;

    /// <summary>Megabytes of text a CPU second.</summary>
    public double MegabytesPerSecond => Bytes / Seconds / 1e6;
}
