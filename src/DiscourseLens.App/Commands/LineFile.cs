using System.Globalization;

namespace DiscourseLens.App.Commands;

/// <summary>Reads a file line by line, each by a reader that says what is wrong with one.</summary>
internal static class LineFile
{
    /// <summary>What stands in the lines that are not empty, with their numbers from 1.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">What kind of file is wanted, as in "name WANTED".</param>
    /// <param name="read">Reads a line; throws <see cref="FormatException"/> where it cannot.</param>
    /// <param name="cancellationToken">Stops between lines.</param>
    /// <exception cref="WrongUseException">There is no such file.</exception>
    /// <exception cref="LensException">A line cannot be read; the message names it.</exception>
    public static IEnumerable<(long Number, T Line)> Read<T>(
        string path, string wanted, Func<string, T> read, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new WrongUseException($"There is no file '{path}'; name {wanted}.");
        var number = 0L;
        foreach (var line in File.ReadLines(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (line.Length > 0)
                yield return (number, Read(path, number, line, read));
        }
    }

    private static T Read<T>(string path, long number, string line, Func<string, T> read)
    {
        try
        {
            return read(line);
        }
        catch (FormatException exception)
        {
            throw new LensException(string.Create(CultureInfo.InvariantCulture, $"Line {number} of '{path}': {exception.Message}; correct it."), exception);
        }
    }
}
