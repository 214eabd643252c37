using DiscourseLens.Collecting;
using DiscourseLens.Database;

namespace DiscourseLens.App.Doctor;

/// <summary>The study key: there, readable by its owner alone, and the one under which the store was made. Makes none.</summary>
internal static class KeyCheck
{
    private const string Name = "study key";
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <param name="settings">May hold the key.</param>
    /// <param name="file">Where it is kept otherwise.</param>
    /// <param name="database">The store; null where there is none, or none that can be read.</param>
    public static IEnumerable<Finding> Run(Settings settings, string file, LensDatabase? database)
    {
        var known = KnownBy(database);
        if (string.IsNullOrEmpty(settings.StudyKey) && !File.Exists(file))
            return [Absent(file, known)];
        try
        {
            var key = StudyKey.Load(settings.StudyKey, file);
            return string.IsNullOrEmpty(settings.StudyKey) ? [Compare(key, known), .. Openness(file)] : [Compare(key, known)];
        }
        catch (Exception exception) when (exception is LensException or IOException or UnauthorizedAccessException)
        {
            return [Finding.Trouble(Name, exception.Message)];
        }
    }

    private static string? KnownBy(LensDatabase? database)
    {
        using var connection = database?.ConnectReadOnly();
        return connection is null ? null : StudyKey.FingerprintIn(connection);
    }

    private static Finding Absent(string file, string? known) => known is null
        ? Finding.Ok(Name, $"There is none yet; the first import or collection makes one in '{file}'.")
        : Finding.Trouble(Name, $"The store's authors are keyed under study key {known}, and there is no key: bring back '{file}' or set DISCOURSELENS__STUDYKEY.");

    private static Finding Compare(StudyKey key, string? known) => known is null || known == key.Fingerprint
        ? Finding.Ok(Name, $"The key {key.Fingerprint} in {key.Origin} fits the store.")
        : Finding.Trouble(Name, $"The store's authors are keyed under study key {known}, but {key.Origin} holds key {key.Fingerprint}; bring back the first key, or collect into another store.");

    private static IEnumerable<Finding> Openness(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
            yield return Finding.Warning(Name, $"Others on this machine can read '{file}'; run: chmod 600 '{file}'.");
    }
}
