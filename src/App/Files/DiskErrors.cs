using System.Runtime.InteropServices;

namespace Huanxin.App.Files;

/// <summary>What the operating system says about a disk, and the one call .NET lacks: flushing a folder.</summary>
public static class DiskErrors
{
    private const int NoSpace = 28, Quota = 122, ReadOnlyVolume = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070), WindowsHandleDiskFull = unchecked((int)0x80070027);

    public static bool IsFull(IOException error) =>
        error.HResult is NoSpace or Quota or WindowsDiskFull or WindowsHandleDiskFull;

    public static bool IsReadOnly(Exception error) =>
        error is UnauthorizedAccessException or IOException { HResult: ReadOnlyVolume };

    /// <summary>Makes a rename survive a power cut; Windows journals it by itself.</summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return;

        var folder = Open(path, 0);
        if (folder < 0) return;

        _ = Flush(folder);
        _ = Close(folder);
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int file);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
