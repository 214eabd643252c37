namespace DiscourseLens.App;

/// <summary>The folder that <c>serve</c> watches for archives; the section <c>Inbox</c> of the settings.</summary>
internal sealed class InboxSettings
{
    /// <summary>The folder, made when absent; relative paths start at the working folder.</summary>
    public string Path { get; init; } = "data/inbox";

    /// <summary>Seconds between two looks, 1 to 3,600. A file is taken in when it did not change between two looks.</summary>
    public int ScanSeconds { get; init; } = 30;
}
