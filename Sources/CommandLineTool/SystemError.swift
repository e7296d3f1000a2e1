import Diagnostics
import Glibc

/// What the system says of a call that failed, in both languages: the C library speaks English alone.
enum SystemError {
  /// The words for an error number, `errno` where none is given.
  static func words(_ code: Int32 = errno) -> BilingualText {
    let english = String(cString: strerror(code))
    // A number that people do not meet when they read and write files is left in the system's words.
    return BilingualText(zh: chinese(code) ?? "系统错误 \(code)（\(english)）", en: english)
  }

  private static func chinese(_ code: Int32) -> String? {
    switch code {
    case ENOENT: "没有这个文件或目录"
    case EACCES, EPERM: "没有权限"
    case EEXIST: "已经存在"
    case EISDIR: "这是目录，不是文件"
    case ENOTDIR: "路径中间有一段不是目录"
    case ENOTEMPTY: "目录不是空的"
    case ELOOP: "链接绕成了圈"
    case ENAMETOOLONG: "名称太长"
    case EFBIG: "文件太大"
    case ENOSPC: "磁盘已满"
    case EDQUOT: "超出磁盘配额"
    case EROFS: "文件系统是只读的"
    case EIO: "读写出错"
    case EPIPE: "读取的一方已经关闭"
    case EMFILE, ENFILE: "打开的文件太多"
    case ENOMEM: "内存不足"
    case EBUSY, ETXTBSY: "正被占用"
    case ENXIO, ENODEV: "没有这个设备"
    case EXDEV: "不在同一个文件系统"
    case ETIMEDOUT: "超时"
    default: nil
    }
  }
}
