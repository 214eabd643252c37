using Dapper;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Tests.Support;
using Microsoft.Data.Sqlite;
using static DiscourseLens.Tests.Support.ArchiveBuilder;

namespace DiscourseLens.Tests.Collecting.Deleting;

public sealed class RestoringTests
{
    private const string Text = "Ketamine infusions helped my depression a lot.";

    [Fact]
    public void Restore_GivesTheSameStore_WhenNothingWasPurged()
    {
        using var study = Study();
        var (before, backup) = (StoreContents.AllWithViews(study.Database.Path), study.Backup());
        study.Import(Comment("c5", Text));
        study.Restore(backup);
        Assert.Equal(before, StoreContents.AllWithViews(study.Database.Path));
    }

    [Fact]
    public void Restore_PurgesAgain_WhatWasPurgedWhileTheBackupWasElsewhere()
    {
        using var study = Study();
        var backup = study.Backup();
        using var shelf = new TempFolder();
        File.Move(backup, shelf.File("moved.db"));
        study.Forgetting.Forget(study.Forgetting.Item("t1_c1"));
        Assert.Equal(1, study.Clear().BackupsMissing);

        Assert.Equal(1, study.Restore(shelf.File("moved.db")).Replayed!.Items);
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item"));
        Assert.Equal(["forget item", "replayed"], study.Rows("select reason from purge_receipt order by reason"));
        study.Import(Comment("c1", Text));
        Assert.Equal(["t1_c2"], study.Rows("select native_id from item"));
    }

    [Fact]
    public void Restore_TakesTheRestoredBackupIntoTheRegister()
    {
        using var study = Study();
        using var shelf = new TempFolder();
        File.Move(study.Backup(), shelf.File("moved.db"));
        study.Restore(shelf.File("moved.db"));
        study.Forgetting.Forget(study.Forgetting.Item("t1_c1"));
        Assert.Equal((1, 1), (study.Clear().BackupsCleaned, Directory.GetFiles(shelf.Path).Length));
        using var copy = new SqliteConnection($"Data Source={shelf.File("moved.db")};Pooling=False");
        copy.Open();
        Assert.Equal(["t1_c2"], StoreContents.Rows(copy, "select native_id from item"));
    }

    [Fact]
    public void Restore_Works_WhenThereIsNoStore()
    {
        using var study = Study();
        using var home = new TempFolder();
        var report = new Restoring(study.Time).Run(study.Backup(), home.File("new.db"), force: false);
        Assert.Null(report.Replayed);
        Assert.Equal(StoreContents.Posts(study.Database.Path), StoreContents.Posts(home.File("new.db")));
    }

    [Fact]
    public void Restore_ReplacesADamagedStore_WithoutItsPurges()
    {
        using var study = Study();
        var backup = study.Backup();
        File.WriteAllText(study.Database.Path, new string('x', 8192));
        Assert.Null(study.Restore(backup).Replayed);
        Assert.Equal(["t1_c1", "t1_c2"], study.Rows("select native_id from item order by native_id"));
    }

    [Fact]
    public void Restore_ChangesNothing_WhenItRefuses()
    {
        using var study = Study();
        var backup = study.Backup();
        using var home = new TempFolder();
        var before = StoreContents.All(study.Database.Path);
        Refused("--force", backup, force: false);
        Refused("no backup at", home.File("none.db"));
        File.WriteAllText(home.File("words.db"), new string('x', 4096));
        Refused("cannot be read", home.File("words.db"));
        using (var other = new SqliteConnection($"Data Source={home.File("other.db")};Pooling=False"))
        {
            other.Open();
            other.Execute("create table t (a)");
        }

        Refused("another program", home.File("other.db"));
        File.Copy(backup, home.File("newer.db"));
        using (var newer = new SqliteConnection($"Data Source={home.File("newer.db")};Pooling=False"))
        {
            newer.Open();
            newer.Execute("pragma user_version = 900");
        }

        Refused("has schema 900", home.File("newer.db"));
        var bytes = File.ReadAllBytes(backup);
        bytes.AsSpan(bytes.Length / 2, 4096).Fill(0x5A);
        File.WriteAllBytes(home.File("hurt.db"), bytes);
        Refused("damaged", home.File("hurt.db"));
        Assert.Equal(before, StoreContents.All(study.Database.Path));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(study.Database.Path)!, "*.restoring*"));

        void Refused(string message, string path, bool force = true) => Assert.Contains(message,
            Assert.Throws<LensException>(() => new Restoring(study.Time).Run(path, study.Database.Path, force)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Clearing_DeletesABackup_ThatCannotBeRead()
    {
        using var study = Study();
        var backup = study.Backup();
        File.WriteAllText(backup, new string('x', 8192));
        study.Forgetting.Forget(study.Forgetting.Item("t1_c1"));
        var report = study.Clear();
        Assert.Equal((true, 0, 1), (report.IsDone, report.BackupsCleaned, report.BackupsDeleted));
        Assert.False(File.Exists(backup));
        Assert.Empty(study.Rows("select 1 from backup"));
    }

    [Fact]
    public void Clearing_WaitsForAReader_AndIsDoneAfterwards()
    {
        using var study = Study();
        using (var reader = study.Database.ConnectReadOnly())
        using (var open = reader.BeginTransaction(deferred: true))
        {
            reader.ExecuteScalar<long>("select count(*) from item", transaction: open);
            study.Forgetting.Forget(study.Forgetting.Item("t1_c1"));
            Assert.False(study.Clear().IsDone);
            Assert.Equal("1", study.Row("select count(*) from purge_receipt where cleared_ms is null"));
        }

        Assert.True(study.Clear().IsDone);
        Assert.Equal("0", study.Row("select count(*) from purge_receipt where cleared_ms is null"));
    }

    [Fact]
    public void Backup_IsRefusedAndLeavesNothing_WhenTheFolderIsAFile()
    {
        using var study = Study();
        using var home = new TempFolder();
        File.WriteAllText(home.File("file"), "");
        Assert.Contains("No backup could be made", Assert.Throws<LensException>(() => new Backups(study.Database, study.Time).Make(home.File("file"))).Message, StringComparison.Ordinal);
        Assert.Empty(study.Rows("select 1 from backup"));
    }

    private static DeletingStudy Study()
    {
        var study = new DeletingStudy();
        study.Import(Comment("c1", Text), Comment("c2", Text));
        study.ScoreAndRollUp();
        return study;
    }
}
