namespace DiscourseLens.Collecting.Archives;

/// <summary>Posts read from one file, of one kind and community, on one UTC day.</summary>
internal sealed class FileCount
{
    public long Posts { get; private set; }

    /// <summary>The latest capture among them; null when the archive does not say.</summary>
    public long? CapturedMs { get; private set; }

    public void Add(long? capturedMs)
    {
        Posts++;
        if (capturedMs > (CapturedMs ?? long.MinValue))
            CapturedMs = capturedMs;
    }
}
