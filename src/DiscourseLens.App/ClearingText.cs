using System.Globalization;
using DiscourseLens.Collecting.Deleting;

namespace DiscourseLens.App;

/// <summary>What became of the traces of a purge, in words.</summary>
internal static class ClearingText
{
    public static string Of(ClearingReport report)
    {
        var backups = string.Create(CultureInfo.InvariantCulture,
            $"backups: {report.BackupsCleaned:N0} cleaned, {report.BackupsDeleted:N0} unreadable and deleted, {report.BackupsMissing:N0} not where they were made (cleaned when restored)");
        if (!report.IsLogEmpty)
            return $"A reader holds the store's log, which may still show what was purged; close other programs, the next writing command tries again; {backups}.";
        return report.BackupsLeft > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{report.BackupsLeft:N0} backups cannot be written and may still show what was purged; make them writable, the next writing command tries again; {backups}.")
            : $"No trace is left in the store; {backups}.";
    }
}
