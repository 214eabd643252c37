namespace DiscourseLens.Collecting.Archives;

/// <summary>A community as one file names it, with what was read of it.</summary>
/// <param name="name">Its name as first seen.</param>
/// <param name="key">Its name in lower case, as the store tells communities apart.</param>
/// <param name="className">Its class in the study.</param>
/// <param name="isWhole">Whether the study stores every post of it.</param>
internal sealed class FileCommunity(string name, string key, string className, bool isWhole)
{
    private (PostKind Kind, long DayMs) _lastDay;
    private FileCount? _lastCount;

    public string Name { get; } = name;
    public string Key { get; } = key;
    public string Class { get; } = className;
    public bool IsWhole { get; } = isWhole;
    public Dictionary<(PostKind Kind, long DayMs), FileCount> Days { get; } = [];

    public void Add(PostKind kind, long createdMs, long? capturedMs)
    {
        var day = (kind, createdMs - (createdMs % FileTally.DayMs));
        if (_lastCount is null || day != _lastDay)
        {
            if (!Days.TryGetValue(day, out var count))
                Days.Add(day, count = new FileCount());
            (_lastDay, _lastCount) = (day, count);
        }

        _lastCount.Add(capturedMs);
    }
}
