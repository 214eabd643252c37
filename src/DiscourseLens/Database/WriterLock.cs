namespace DiscourseLens.Database;

/// <summary>Held by the one process that may write a store. The system frees it when the process ends, however it ends.</summary>
public sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Takes the lock beside the store, <c>PATH.lock</c>; makes the folder when absent.</summary>
    /// <exception cref="LensException">Another process holds it.</exception>
    public static WriterLock Take(string databasePath)
    {
        var path = Path.GetFullPath(databasePath) + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a full path of a file has a folder
        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new LensException(
                $"Another process is writing '{databasePath}'; wait until it is done, or stop it.", exception);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
