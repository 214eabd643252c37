namespace DiscourseLens.Trends.Frozen;

/// <summary>A snapshot in the folder of snapshots.</summary>
/// <param name="Name">Its name: a word or date, and the first eight digits of its hash.</param>
/// <param name="Hash">SHA-256 of its list of hashes, and so of all of it.</param>
/// <param name="Files">Its files, the list among them, with their lengths.</param>
/// <param name="Faults">What is not as it was frozen; empty where all is.</param>
public sealed record FrozenSnapshot(string Name, string Hash, IReadOnlyList<(string Name, long Bytes)> Files, IReadOnlyList<string> Faults)
{
    /// <summary>Whether every file is as it was frozen.</summary>
    public bool IsIntact => Faults.Count == 0;
}
